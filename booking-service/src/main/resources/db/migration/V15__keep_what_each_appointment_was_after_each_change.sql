-- The whole state after each change, as it is announced, so that a location's day can be told as the book stood at any time.
-- What was written down before says when and in which state a visit was, but not where nor with whom: there its latest
-- place, people, length and price are taken, and the entry is marked as reconstructed.
ALTER TABLE appointment_history
    ADD COLUMN location_id uuid,
    ADD COLUMN ends_at timestamptz,
    ADD COLUMN state jsonb,
    ADD COLUMN reconstructed boolean NOT NULL DEFAULT false;

ALTER TABLE appointment_history DISABLE TRIGGER history_is_not_rewritten;
UPDATE appointment_history h
SET location_id = a.location_id,
    ends_at = h.starts_at + make_interval(mins => a.minutes),
    reconstructed = h.version < a.version,
    state = jsonb_strip_nulls(jsonb_build_object(
        'id', a.id,
        'status', h.status,
        'revision', least(h.version, a.revision),
        'participants', (SELECT jsonb_agg(jsonb_build_object('clientId', p.client_id, 'therapistId', p.therapist_id)
            ORDER BY p.position) FROM appointment_participants p WHERE p.appointment_id = a.id),
        'treatmentId', a.treatment_id,
        'minutes', a.minutes,
        'locationId', a.location_id,
        'zone', a.zone,
        'roomId', a.room_id,
        'start', to_char(h.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'end', to_char((h.starts_at + make_interval(mins => a.minutes)) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'price', jsonb_build_object('amount', a.amount, 'currency', a.currency),
        'claims', '[]'::jsonb,
        'waived', coalesce((SELECT jsonb_agg(w.code ORDER BY w.code)
            FROM appointment_waivers w WHERE w.appointment_id = a.id), '[]'),
        -- When the lease of a hold ended that has become something else is not known any more; it has ended.
        'expiresAt', CASE WHEN h.status = 'HELD' THEN to_char(
            coalesce(a.expires_at, h.at + interval '10 minutes') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') END,
        'displaced', CASE WHEN h.version = a.version THEN a.displaced END))
FROM appointments a WHERE a.id = h.appointment_id;
ALTER TABLE appointment_history ENABLE TRIGGER history_is_not_rewritten;

ALTER TABLE appointment_history
    ALTER COLUMN location_id SET NOT NULL,
    ALTER COLUMN ends_at SET NOT NULL,
    ALTER COLUMN state SET NOT NULL,
    ALTER COLUMN reconstructed DROP DEFAULT;

CREATE INDEX appointment_history_by_location ON appointment_history (location_id, starts_at);
