-- The country decides how times are written; null until the location is announced again, which happens each day.
ALTER TABLE locations ADD COLUMN country text;
-- Where answers go; null: to the chain's address.
ALTER TABLE locations ADD COLUMN email text;
-- By language; treatments are called by their one name where there is none.
ALTER TABLE treatments ADD COLUMN names jsonb NOT NULL DEFAULT '{}';
