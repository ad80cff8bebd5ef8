-- What a client asked staff for. It is about the person, whichever address they have, and not about who shares it.
CREATE TABLE client_opt_outs (
    client_id uuid        NOT NULL,
    channel   text        NOT NULL,
    since     timestamptz NOT NULL,
    staff     text        NOT NULL,
    CONSTRAINT a_client_opts_out_once PRIMARY KEY (client_id, channel),
    CONSTRAINT an_opt_out_is_of_a_channel CHECK (channel IN ('SMS', 'EMAIL'))
);
