-- Two messages with the same text to the same number, looked up at the same time, must not both be taken for the one sent.
DROP INDEX messages_by_gateway_id;
CREATE UNIQUE INDEX messages_by_gateway_id ON messages (gateway_id) WHERE gateway_id IS NOT NULL;
