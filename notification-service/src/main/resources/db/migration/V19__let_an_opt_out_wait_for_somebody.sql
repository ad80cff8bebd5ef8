-- An opt-out may have meant the visit, so its words wait for somebody too. desks: whose number was called, of a reply that
-- belongs to no location; null: every desk sees it.
ALTER TABLE replies ADD COLUMN waits boolean NOT NULL DEFAULT false, ADD COLUMN desks uuid[];
UPDATE replies SET waits = true WHERE answer = 'UNCLEAR';
ALTER TABLE replies
    DROP CONSTRAINT only_an_unclear_reply_is_kept_in_words,
    DROP CONSTRAINT only_an_unclear_reply_is_handled,
    ADD CONSTRAINT an_unclear_reply_waits CHECK (answer <> 'UNCLEAR' OR waits),
    ADD CONSTRAINT only_a_waiting_reply_is_kept_in_words CHECK (waits OR (text IS NULL AND phone IS NULL)),
    ADD CONSTRAINT only_a_waiting_reply_is_handled CHECK (waits OR handled_at IS NULL),
    ADD CONSTRAINT a_reply_of_a_location_is_for_its_desk CHECK (location_id IS NULL OR desks IS NULL);
DROP INDEX replies_to_handle;
CREATE INDEX replies_to_handle ON replies (id) WHERE waits AND handled_at IS NULL;

-- The visits of who wrote are asked for with every SMS.
CREATE INDEX seats_of_a_client ON seats (client_id);
