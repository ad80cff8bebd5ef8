-- Some countries have none; which, the service knows.
ALTER TABLE locations DROP CONSTRAINT address_is_given;
ALTER TABLE locations ADD CONSTRAINT address_is_given
    CHECK (btrim(street) <> '' AND length(street) <= 200
       AND length(postal_code) <= 20
       AND btrim(city) <> '' AND length(city) <= 100
       AND country ~ '^[A-Z]{2}$');
