-- Whether the client was asked to say that they will come. A reminder of a visit that is confirmed asks nothing. Of those that
-- went out before, it is not known which one did.
ALTER TABLE messages ADD COLUMN asks boolean NOT NULL DEFAULT false;

UPDATE messages SET asks = true
WHERE kind IN ('FIRST_REMINDER', 'LAST_REMINDER') AND channel = 'SMS' AND state IN ('SENDING', 'SENT');
