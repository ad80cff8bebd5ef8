-- The status and start after each change, and which rules were set aside for it and why.
ALTER TABLE appointment_history
    ADD COLUMN status text,
    ADD COLUMN starts_at timestamptz,
    ADD COLUMN waived jsonb NOT NULL DEFAULT '[]';

-- So far there were bookings and cancellations only, and nothing moved.
ALTER TABLE appointment_history DISABLE TRIGGER history_is_not_rewritten;
UPDATE appointment_history h
SET status = CASE h.what WHEN 'dev.unknot.appointment.cancelled.v1' THEN 'CANCELLED' ELSE 'BOOKED' END,
    starts_at = a.starts_at,
    waived = CASE h.version WHEN 1 THEN coalesce(
        (SELECT jsonb_agg(jsonb_build_object('code', w.code, 'reason', w.reason) ORDER BY w.code)
            FROM appointment_waivers w WHERE w.appointment_id = h.appointment_id), '[]') ELSE '[]' END
FROM appointments a WHERE a.id = h.appointment_id;
ALTER TABLE appointment_history ENABLE TRIGGER history_is_not_rewritten;

ALTER TABLE appointment_history
    ALTER COLUMN status SET NOT NULL,
    ALTER COLUMN starts_at SET NOT NULL,
    ALTER COLUMN waived DROP DEFAULT;
