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

    /** By a constraint. A claim holds the start of its visit or block, which is thus no further from any part of it. */
    private static final Duration LONGEST_CLAIM = Duration.ofHours(24);

    private static final Set<AppointmentStatus> MOVABLE = Set.of(AppointmentStatus.BOOKED, AppointmentStatus.CONFIRMED);

    private final JdbcClient jdbc;

    LaterClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By start: whatever is at its location, and wherever else its own people are. Lapsed holds are in nobody's way. */
    List<KnockOns.Later> after(Appointment appointment, List<Claim> own, Instant now) {
        OffsetDateTime from = appointment.start().atOffset(ZoneOffset.UTC);
        OffsetDateTime until = from.plus(LOOKED_AHEAD);
        // OFFSET 0 has the claims of each looked up by whose they are. PostgreSQL would else go by the hours alone.
        // No index begins with them, so it would go through the claims of all locations and years.
        return jdbc
                .sql("""
                SELECT id, version, status, begins_at,
                    kind, resource_id, owner_id, lower(during) AS starts_at, upper(during) AS ends_at
                FROM (
                        SELECT a.id, a.version, a.status, a.starts_at AS begins_at, a.expires_at,
                            c.kind, c.resource_id, c.owner_id, c.during
                        FROM appointments a
                            CROSS JOIN LATERAL (SELECT * FROM claims WHERE appointment_id = a.id OFFSET 0) c
                        WHERE a.location_id = :location AND a.starts_at BETWEEN :earliest AND :latest
                    UNION
                        SELECT b.id, NULL, NULL, b.starts_at, NULL,
                            c.kind, c.resource_id, c.owner_id, c.during
                        FROM blocks b
                            CROSS JOIN LATERAL (SELECT * FROM claims WHERE block_id = b.id OFFSET 0) c
                        WHERE b.location_id = :location AND b.version = 1 AND b.starts_at BETWEEN :earliest AND :latest
                    UNION
                        SELECT coalesce(a.id, b.id), a.version, a.status, coalesce(a.starts_at, b.starts_at), a.expires_at,
                            c.kind, c.resource_id, c.owner_id, c.during
                        FROM unnest(:own) AS own (resource_id)
                            CROSS JOIN LATERAL (SELECT * FROM claims WHERE resource_id = own.resource_id
                                AND during && tstzrange(:from, :until, '[)') OFFSET 0) c
                            LEFT JOIN appointments a ON a.id = c.appointment_id
                            LEFT JOIN blocks b ON b.id = c.block_id
                    ) AS later
                WHERE during && tstzrange(:from, :until, '[)')
                    AND id <> :self
                    AND (expires_at IS NULL OR expires_at > :now)
                """)
                .param("from", from)
                .param("until", until)
                .param("earliest", from.minus(LONGEST_CLAIM))
                .param("latest", until.plus(LONGEST_CLAIM))
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
