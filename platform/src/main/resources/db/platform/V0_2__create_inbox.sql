CREATE TABLE inbox (
    consumer text        NOT NULL,
    source   text        NOT NULL,
    event_id uuid        NOT NULL,
    seen_at  timestamptz NOT NULL,
    CONSTRAINT inbox_event_once PRIMARY KEY (consumer, source, event_id)
);

COMMENT ON TABLE inbox IS 'Events whose effect is done. Log topics do not expire and may be replayed from the start, so a row is as long-lived as its event; seen_at is there for the day a topic gets an end.';

CREATE TABLE inbox_latest (
    consumer text    NOT NULL,
    subject  uuid    NOT NULL,
    sequence bigint  NOT NULL,
    erased   boolean NOT NULL,
    CONSTRAINT inbox_latest_once PRIMARY KEY (consumer, subject)
);

COMMENT ON TABLE inbox_latest IS 'The newest version of each subject a projection has applied. An erased subject keeps its row, so that a late or replayed older snapshot does not bring it back.';
