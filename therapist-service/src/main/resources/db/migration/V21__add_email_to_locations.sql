-- Where answers to a location's mails go; null: to the chain's address.
ALTER TABLE locations ADD COLUMN email text;
