-- A development client is known by its mark and goes when its setting goes; a client somebody registered stays.
ALTER TABLE access_clients ADD COLUMN development boolean NOT NULL DEFAULT false;
