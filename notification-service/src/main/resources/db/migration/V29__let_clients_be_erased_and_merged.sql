-- An id, so that what is announced late of an erased client waits for no contact.
CREATE TABLE erased_contacts (
    client_id uuid PRIMARY KEY
);

-- Who had the address last, once nobody has it any more: it goes when they are erased.
ALTER TABLE opt_outs ADD COLUMN last_of uuid;

CREATE INDEX opt_outs_by_last_of ON opt_outs (last_of) WHERE last_of IS NOT NULL;
CREATE INDEX messages_of_a_client ON messages (client_id) WHERE state IN ('PLANNED', 'SENDING');
