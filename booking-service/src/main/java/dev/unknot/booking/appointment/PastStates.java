package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.LocationDay;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.time.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What appointments were, read from their histories. */
@Repository
class PastStates {

    /** No session is longer than a day, so one that reaches into a day began at most a day before; that is for the index. */
    private static final String SELECT = """
            SELECT h.version, h.at, h.state::text, h.reconstructed,
                c.at AS cancelled_at, c.actor AS cancelled_by, c.cause AS cancelled_cause, c.note AS cancelled_note,
                c.late AS cancelled_late
            FROM appointment_history h
                LEFT JOIN cancellations c ON c.appointment_id = h.appointment_id AND c.version = h.version
            WHERE h.location_id = :location
                AND h.starts_at > CAST(:from AS timestamptz) - interval '1 day' AND h.starts_at < :to AND h.ends_at > :from
                AND h.at <= :then
                AND NOT EXISTS (SELECT FROM appointment_history later
                    WHERE later.appointment_id = h.appointment_id AND later.version > h.version AND later.at <= :then)
                AND h.status <> 'EXPIRED'
                AND (h.status <> 'HELD' OR CAST(h.state ->> 'expiresAt' AS timestamptz) > :then)
                AND (CAST(:therapist AS text) IS NULL
                    OR h.state -> 'participants' @> jsonb_build_array(jsonb_build_object('therapistId', CAST(:therapist AS text))))
            ORDER BY h.starts_at, h.appointment_id
            """;

    /** Not the one of the HTTP API, which refuses unknown fields: a newer version of this service may have written some. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JdbcClient jdbc;

    PastStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The last that was written down by {@code then} of each appointment, where that lies in the range; ascending by start.
     *
     * @param therapist whose visits they were; null: anybody's
     */
    List<LocationDay.Item> of(
            LocationId location, TimeRange during, Instant then, @Nullable String therapist, boolean forStaff) {
        return jdbc.sql(SELECT)
                .param("therapist", therapist)
                .param("location", location.value())
                .param("from", during.start().atOffset(ZoneOffset.UTC))
                .param("to", during.end().atOffset(ZoneOffset.UTC))
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query((row, number) -> item(row, forStaff))
                .list();
    }

    private static LocationDay.Item item(ResultSet row, boolean forStaff) throws SQLException {
        AppointmentSnapshot state = JSON.readValue(row.getString("state"), AppointmentSnapshot.class);
        return new LocationDay.Item(
                Views.of(state, row.getLong("version"), AppointmentRow.cancellation(row), forStaff),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("reconstructed"));
    }
}
