-- Whether a visit was said yes to is asked with every yes.
CREATE INDEX replies_of_a_visit ON replies (appointment_id) WHERE appointment_id IS NOT NULL;
