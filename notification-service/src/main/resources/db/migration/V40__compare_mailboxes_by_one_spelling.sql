-- Alike for all spellings of one mailbox (AddressKey), so that an opt-out or a mark holds for each of them. What has letters outside
-- ASCII is filled in by the service (OldSpellings). Null also: written by an instance of the version before.
ALTER TABLE contacts ADD COLUMN email_key text;
UPDATE contacts SET email_key = lower(email) WHERE octet_length(email) = char_length(email);
CREATE INDEX contacts_by_email_key ON contacts ((coalesce(email_key, lower(email))));

-- Since when they have this mailbox; null: since they are known. A mail sent before went to another, whose owner does not speak for
-- them.
ALTER TABLE contacts ADD COLUMN email_since timestamptz;
