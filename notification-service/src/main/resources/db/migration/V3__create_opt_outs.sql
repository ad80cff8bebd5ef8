CREATE TABLE opt_outs (
    channel text        NOT NULL,
    address text        NOT NULL,
    since   timestamptz NOT NULL,
    source  text        NOT NULL,
    CONSTRAINT an_address_opts_out_once PRIMARY KEY (channel, address),
    CONSTRAINT an_opt_out_has_a_source CHECK (source IN ('REPLY', 'GATEWAY'))
);

-- The gateway repeats a webhook it got no answer to; a repeated STOP may come after a START.
CREATE TABLE inbound_sms (
    gateway_id  text PRIMARY KEY,
    received_at timestamptz NOT NULL
);
