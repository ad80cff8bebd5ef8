-- A merge and an erasure of a client look for all of them.
CREATE INDEX client_locations_by_client ON client_locations (client_id);
