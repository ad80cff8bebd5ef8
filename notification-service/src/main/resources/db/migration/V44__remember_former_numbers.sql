-- Numbers that a client had, as long as the client is known: what still comes from there goes when they are erased.
CREATE TABLE former_numbers (
    client_id uuid NOT NULL,
    phone     text NOT NULL,
    CONSTRAINT a_client_had_a_number_once PRIMARY KEY (client_id, phone)
);

INSERT INTO former_numbers (client_id, phone)
SELECT last_of, address FROM opt_outs WHERE last_of IS NOT NULL AND channel = 'SMS';
