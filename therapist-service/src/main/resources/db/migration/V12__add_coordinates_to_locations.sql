ALTER TABLE locations
    ADD COLUMN latitude  double precision,
    ADD COLUMN longitude double precision,
    ADD CONSTRAINT coordinates_are_on_the_globe CHECK (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180),
    ADD CONSTRAINT coordinates_come_in_pairs CHECK ((latitude IS NULL) = (longitude IS NULL));
