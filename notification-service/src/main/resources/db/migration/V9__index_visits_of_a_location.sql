CREATE INDEX visits_of_a_location ON visits (location_id, appointment_id) WHERE status IN ('BOOKED', 'CONFIRMED');
