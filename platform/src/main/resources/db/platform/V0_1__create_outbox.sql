-- Order is the identity column: taken after the aggregate's row is locked, it rises with each aggregate's changes.
CREATE TABLE outbox (
    position      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id      uuid        NOT NULL CONSTRAINT outbox_event_once UNIQUE,
    topic         text        NOT NULL,
    subject       uuid        NOT NULL,
    type          text        NOT NULL,
    source        text        NOT NULL,
    sequence      bigint      NOT NULL CHECK (sequence >= 0),
    time          timestamptz NOT NULL,
    data          bytea,
    traceparent   text,
    actor         text        NOT NULL,
    cause         text,
    parked_at     timestamptz,
    parked_reason text,
    CONSTRAINT outbox_parked_with_reason CHECK ((parked_at IS NULL) = (parked_reason IS NULL))
);

COMMENT ON TABLE outbox IS 'Announced, not yet acknowledged by Kafka. Rows are deleted after the ack; a parked row can never be sent and holds back later rows of its topic and subject until an operator deletes or repairs it.';
COMMENT ON COLUMN outbox.data IS 'JSON in UTF-8; null for a tombstone, which erases the subject.';

CREATE INDEX outbox_parked ON outbox (topic, subject) WHERE parked_at IS NOT NULL;

-- The table is small and churns: vacuum by count, or the head of the primary key fills with dead entries.
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

CREATE TABLE outbox_relay (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    holder uuid
);

COMMENT ON COLUMN outbox_relay.holder IS 'The relay that may still have sends in flight; null after a clean hand-over.';

INSERT INTO outbox_relay DEFAULT VALUES;
