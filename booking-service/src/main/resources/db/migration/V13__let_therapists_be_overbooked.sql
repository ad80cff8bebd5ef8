ALTER TABLE appointments ADD COLUMN overbooked boolean NOT NULL DEFAULT false;

-- Which of the others a claim puts up with. Each one has a number of its own, n: an ordinary claim admits (,n], one that
-- is overbooked [n,n]. So two ordinary ones always conflict, an overbooked one passes over those before it, and an
-- ordinary one that comes after an overbooked one conflicts with it. What was there before comes before all others.
CREATE SEQUENCE claims_in_order;

ALTER TABLE claims ADD COLUMN admitted int8range NOT NULL DEFAULT '(,0]';
ALTER TABLE claims
    ALTER COLUMN admitted SET DEFAULT int8range(NULL, nextval('claims_in_order'), '[]'),
    ADD CONSTRAINT only_therapists_are_overbooked CHECK (kind = 'THERAPIST' OR lower_inf(admitted)),
    ADD CONSTRAINT a_claim_has_its_number CHECK (NOT isempty(admitted) AND NOT upper_inf(admitted)),
    DROP CONSTRAINT nobody_is_booked_twice,
    ADD CONSTRAINT nobody_is_booked_twice
        EXCLUDE USING gist (resource_id WITH =, during WITH &&, admitted WITH &&);
