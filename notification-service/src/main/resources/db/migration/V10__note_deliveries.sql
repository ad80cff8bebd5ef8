-- By the gateway's id and not at the message: a report may overtake the answer that tells us the id.
CREATE TABLE deliveries (
    gateway_id text PRIMARY KEY,
    outcome    text        NOT NULL,
    code       text,
    noted_at   timestamptz NOT NULL,
    CONSTRAINT a_delivery_has_a_known_outcome CHECK (outcome IN ('DELIVERED', 'UNDELIVERED', 'FAILED')),
    CONSTRAINT what_is_delivered_needs_no_code CHECK (outcome <> 'DELIVERED' OR code IS NULL)
);
