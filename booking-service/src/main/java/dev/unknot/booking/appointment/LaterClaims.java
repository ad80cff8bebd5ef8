package dev.unknot.booking.appointment;

import static java.util.stream.Collectors.groupingBy;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.Claim;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What else is claimed from an appointment's start on, as far as it may be moved back by it. */
@Repository
class LaterClaims {

    /** A visit that runs late is over by the next day. */
    private static final Duration LOOKED_AHEAD = Duration.ofHours(24);

    private static final Set<AppointmentStatus> MOVABLE = Set.of(AppointmentStatus.BOOKED, AppointmentStatus.CONFIRMED);

    private final JdbcClient jdbc;

    LaterClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By start: whatever is at its location, and wherever else its own people are. Lapsed holds are in nobody's way. */
    List<KnockOns.Later> after(Appointment appointment, List<Claim> own, Instant now) {
        return jdbc
                .sql("""
                SELECT coalesce(c.appointment_id, c.block_id) AS id, c.kind, c.resource_id, c.owner_id,
                    lower(c.during) AS starts_at, upper(c.during) AS ends_at,
                    a.version, a.status, coalesce(a.starts_at, b.starts_at) AS begins_at
                FROM claims c
                    LEFT JOIN appointments a ON a.id = c.appointment_id
                    LEFT JOIN blocks b ON b.id = c.block_id
                WHERE c.during && tstzrange(:from, :until, '[)')
                    AND (coalesce(a.location_id, b.location_id) = :location OR c.resource_id = ANY (:own))
                    AND c.appointment_id IS DISTINCT FROM :self
                    AND (a.expires_at IS NULL OR a.expires_at > :now)
                """)
                .param("from", appointment.start().atOffset(ZoneOffset.UTC))
                .param("until", appointment.start().plus(LOOKED_AHEAD).atOffset(ZoneOffset.UTC))
                .param("location", appointment.visit().locationId().value())
                .param("own", own.stream().map(Claim::resourceId).toArray(UUID[]::new))
                .param("self", appointment.id().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Row::of)
                .list()
                .stream()
                .collect(groupingBy(Row::id))
                .values()
                .stream()
                .map(LaterClaims::later)
                .sorted(Comparator.comparing(KnockOns.Later::start)
                        .thenComparing(later -> later.id().value()))
                .toList();
    }

    private static KnockOns.Later later(List<Row> rows) {
        Row first = rows.getFirst();
        return new KnockOns.Later(
                new AppointmentId(first.id()),
                first.version(),
                first.begins(),
                first.status() != null && MOVABLE.contains(first.status()),
                rows.stream().map(Row::claim).toList());
    }

    /** @param status null: it is a block's */
    private record Row(UUID id, long version, @Nullable AppointmentStatus status, Instant begins, Claim claim) {

        static Row of(ResultSet row, int number) throws SQLException {
            String status = row.getString("status");
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getLong("version"),
                    status == null ? null : AppointmentStatus.valueOf(status),
                    row.getObject("begins_at", OffsetDateTime.class).toInstant(),
                    Claims.claim(row, number));
        }
    }
}
