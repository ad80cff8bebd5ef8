-- The tax is a part of the amount; not known of what was booked before.
ALTER TABLE appointments
    ADD COLUMN series_id uuid,
    ADD COLUMN add_ons jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN tax bigint CONSTRAINT tax_is_a_part_of_the_amount CHECK (tax BETWEEN 0 AND amount);
