package dev.unknot.booking.terms;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.terms.BookingPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All booking policies that were put. */
@Repository
class Policies {

    private final JdbcClient jdbc;

    Policies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    BookingPolicy of(LocationId location) {
        return jdbc.sql("SELECT * FROM booking_policies WHERE location_id = ?")
                .param(location.value())
                .query(Policies::policy)
                .optional()
                .orElse(BookingPolicy.USUAL);
    }

    void keep(LocationId location, BookingPolicy policy) {
        jdbc.sql("DELETE FROM booking_policies WHERE location_id = ?")
                .param(location.value())
                .update();
        jdbc.sql("""
                INSERT INTO booking_policies (location_id, cadence_minutes, notice_minutes, horizon_days,
                    sessions_per_client_per_day, sessions_per_client_per_week, sessions_per_therapist_per_day,
                    cancellation_window_minutes, no_show_grace_minutes, no_shows_before_approval, no_show_months)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(location.value())
                .param(policy.cadenceMinutes())
                .param(policy.noticeMinutes())
                .param(policy.horizonDays())
                .param(policy.sessionsPerClientPerDay())
                .param(policy.sessionsPerClientPerWeek())
                .param(policy.sessionsPerTherapistPerDay())
                .param(policy.cancellationWindow().toMinutes())
                .param(policy.noShowGrace().toMinutes())
                .param(policy.noShowsBeforeApproval())
                .param(policy.noShowMonths())
                .update();
    }

    private static BookingPolicy policy(ResultSet row, int number) throws SQLException {
        return new BookingPolicy(
                number(row, "cadence_minutes"),
                number(row, "notice_minutes"),
                number(row, "horizon_days"),
                number(row, "sessions_per_client_per_day"),
                number(row, "sessions_per_client_per_week"),
                number(row, "sessions_per_therapist_per_day"),
                Duration.ofMinutes(row.getLong("cancellation_window_minutes")),
                Duration.ofMinutes(row.getLong("no_show_grace_minutes")),
                number(row, "no_shows_before_approval"),
                number(row, "no_show_months"));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}
