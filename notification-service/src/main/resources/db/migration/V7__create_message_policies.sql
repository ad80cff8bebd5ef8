-- A location that never put a policy has no row and follows the usual one.
CREATE TABLE message_policies (
    location_id            uuid PRIMARY KEY,
    version                bigint NOT NULL,
    first_reminder_minutes bigint,
    last_reminder_minutes  bigint,
    quiet_from             time   NOT NULL,
    quiet_until            time   NOT NULL,
    CONSTRAINT a_policy_was_put CHECK (version > 0),
    CONSTRAINT a_first_reminder_comes_before CHECK (first_reminder_minutes > 0),
    CONSTRAINT a_last_reminder_comes_before CHECK (last_reminder_minutes > 0),
    CONSTRAINT reminders_come_in_order CHECK (last_reminder_minutes < first_reminder_minutes)
);
