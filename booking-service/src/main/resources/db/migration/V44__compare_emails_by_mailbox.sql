-- The mailbox in one spelling: lower case, the domain in ASCII. Written with each change, and for older rows by the upkeep of
-- what clients are found by; until then those are found as they were typed.
ALTER TABLE clients ADD COLUMN email_key text;
CREATE INDEX clients_by_email_key ON clients (email_key) WHERE email_key IS NOT NULL;
