-- Each channel takes its own messages off the ledger, so that a backlog on one is not walked for the other.
DROP INDEX messages_to_look_at;
CREATE INDEX messages_to_look_at ON messages (channel, next_attempt) WHERE state IN ('PLANNED', 'SENDING');
