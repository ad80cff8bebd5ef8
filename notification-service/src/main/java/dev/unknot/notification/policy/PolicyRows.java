package dev.unknot.notification.policy;

import dev.unknot.common.location.LocationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Most locations never put a policy and have no row, so the lock is on the id. */
@Repository
class PolicyRows {
    private final JdbcClient jdbc;

    PolicyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PolicyRow find(LocationId location) {
        return jdbc.sql("SELECT * FROM message_policies WHERE location_id = ?")
                .param(location.value())
                .query(PolicyRows::row)
                .optional()
                .orElse(PolicyRow.NONE);
    }

    void lock(LocationId location) {
        lock("SELECT pg_advisory_xact_lock(?) IS NULL", location.value());
    }

    void lockShared(LocationId location) {
        lock("SELECT pg_advisory_xact_lock_shared(?) IS NULL", location.value());
    }

    void keep(LocationId location, PolicyRow row) {
        MessagePolicy policy = row.policy();
        jdbc.sql("""
                        INSERT INTO message_policies (location_id, version, first_reminder_minutes, last_reminder_minutes,
                                                      quiet_from, quiet_until)
                        VALUES (:location, :version, :first, :last, :from, :until)
                        ON CONFLICT (location_id) DO UPDATE
                        SET version = excluded.version, first_reminder_minutes = excluded.first_reminder_minutes,
                            last_reminder_minutes = excluded.last_reminder_minutes,
                            quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until
                        """)
                .param("location", location.value())
                .param("version", row.version())
                .param("first", minutes(policy.firstReminder()), Types.BIGINT)
                .param("last", minutes(policy.lastReminder()), Types.BIGINT)
                .param("from", policy.quietHours().from())
                .param("until", policy.quietHours().until())
                .update();
    }

    private void lock(String sql, UUID location) {
        var unused = jdbc.sql(sql)
                .param(location.getMostSignificantBits() ^ location.getLeastSignificantBits())
                .query(Boolean.class)
                .single();
    }

    private static PolicyRow row(ResultSet row, int number) throws SQLException {
        return new PolicyRow(
                row.getLong("version"),
                new MessagePolicy(
                        lead(row.getObject("first_reminder_minutes", Long.class)),
                        lead(row.getObject("last_reminder_minutes", Long.class)),
                        new QuietHours(
                                row.getObject("quiet_from", LocalTime.class),
                                row.getObject("quiet_until", LocalTime.class))));
    }

    private static @Nullable Duration lead(@Nullable Long minutes) {
        return minutes == null ? null : Duration.ofMinutes(minutes);
    }

    private static @Nullable Long minutes(@Nullable Duration lead) {
        return lead == null ? null : lead.toMinutes();
    }
}
