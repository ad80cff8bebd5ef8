-- The outbox and the idempotency keys swing between empty and full faster than their statistics, and a session keeps the
-- plan it made while they were empty: a scan of the whole table. A function's own settings leave each statement one way to go.

CREATE FUNCTION idempotency_answer(of_caller text, of_path text, of_key text) RETURNS SETOF idempotency_keys
    LANGUAGE sql STABLE SET enable_seqscan = off
    AS $$ SELECT * FROM idempotency_keys WHERE caller = of_caller AND path = of_path AND key = of_key $$;

CREATE FUNCTION sweep_idempotency_keys(stored_before timestamptz, most integer) RETURNS bigint
    LANGUAGE sql SET enable_seqscan = off SET enable_sort = off
    AS $$
        WITH swept AS (
            DELETE FROM idempotency_keys
            WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM idempotency_keys
                WHERE stored_at < stored_before
                ORDER BY stored_at
                LIMIT most
                FOR UPDATE SKIP LOCKED))
            RETURNING 1)
        SELECT count(*) FROM swept
    $$;

CREATE FUNCTION outbox_parked() RETURNS bigint
    LANGUAGE sql STABLE SET enable_seqscan = off
    AS $$ SELECT count(*) FROM outbox WHERE parked_at IS NOT NULL $$;

CREATE FUNCTION outbox_oldest() RETURNS timestamptz
    LANGUAGE sql STABLE SET enable_seqscan = off SET enable_sort = off
    AS $$ SELECT time FROM outbox WHERE parked_at IS NULL ORDER BY position LIMIT 1 $$;
