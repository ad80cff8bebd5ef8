package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.ClientStanding;
import dev.unknot.booking.availability.Neighbour;
import dev.unknot.booking.availability.Surroundings;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Reads, in one statement, the other sessions of the people concerned, how the clients stand, and which versions of the terms
 * and of the treatment are stored.
 */
@Repository
class Neighbourhoods {

    private final JdbcClient jdbc;

    Neighbourhoods(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    sealed interface Row {}

    record Session(Neighbour neighbour) implements Row {}

    /** @param missed when the visits started to which they did not come */
    record Client(ClientStanding standing, List<Instant> missed) implements Row {}

    record Terms(long version) implements Row {}

    record Treatment(long version) implements Row {}

    /** Without the wish's own appointment, if it has one, and without holds that have lapsed. */
    List<Row> around(Wish wish, List<UUID> people) {
        Appointment moving = wish.moving();
        TimeRange reach =
                wish.session().padded(Duration.ofDays(Surroundings.REACH), Duration.ofDays(Surroundings.REACH));
        return jdbc.sql("""
                SELECT 'SESSION' AS row, c.resource_id AS id, 0 AS version, a.id AS appointment_id, a.location_id,
                    a.starts_at, a.ends_at, lower(c.during) AS claimed_from, upper(c.during) AS claimed_to,
                    FALSE AS barred, NULL::uuid[] AS avoids, NULL::timestamptz[] AS missed
                FROM claims c JOIN appointments a ON a.id = c.appointment_id
                WHERE c.resource_id = ANY (:people) AND c.during && tstzrange(:from, :to)
                    AND a.id IS DISTINCT FROM :moving AND (a.expires_at IS NULL OR a.expires_at > :now)
                UNION ALL
                SELECT 'CLIENT', k.id, k.version, NULL, NULL, NULL, NULL, NULL, NULL, k.barred_because IS NOT NULL,
                    ARRAY(SELECT therapist_id FROM client_avoids v WHERE v.client_id = k.id),
                    ARRAY(SELECT m.starts_at FROM appointment_participants p JOIN appointments m ON m.id = p.appointment_id
                        WHERE p.client_id = k.id AND m.status = 'NO_SHOW' AND m.starts_at > :missedSince)
                FROM clients k WHERE k.id = ANY (:people)
                UNION ALL
                SELECT 'TERMS', t.location_id, t.version, NULL, NULL, NULL, NULL, NULL, NULL, FALSE, NULL, NULL
                FROM location_terms t WHERE t.location_id = :location
                UNION ALL
                SELECT 'TREATMENT', t.id, t.version, NULL, NULL, NULL, NULL, NULL, NULL, FALSE, NULL, NULL
                FROM treatments t WHERE t.id = :treatment
                """)
                .param("people", new SqlArrayValue("uuid", people.toArray()))
                .param("from", reach.start().atOffset(ZoneOffset.UTC))
                .param("to", reach.end().atOffset(ZoneOffset.UTC))
                .param("moving", moving == null ? null : moving.id().value(), Types.OTHER)
                .param("now", wish.now().atOffset(ZoneOffset.UTC))
                .param("missedSince", wish.now().minus(MissedVisits.COUNTED).atOffset(ZoneOffset.UTC))
                .param("location", wish.location().value())
                .param("treatment", wish.treatment().id().value())
                .query(Neighbourhoods::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return switch (row.getString("row")) {
            case "SESSION" ->
                new Session(new Neighbour(
                        id,
                        row.getObject("appointment_id", UUID.class),
                        new LocationId(row.getObject("location_id", UUID.class)),
                        range(row, "starts_at", "ends_at"),
                        range(row, "claimed_from", "claimed_to")));
            case "CLIENT" ->
                new Client(
                        new ClientStanding(
                                new ClientId(id),
                                row.getLong("version"),
                                row.getBoolean("barred"),
                                Arrays.stream((UUID[]) row.getArray("avoids").getArray())
                                        .map(TherapistId::new)
                                        .collect(Collectors.toUnmodifiableSet())),
                        Arrays.stream((Timestamp[]) row.getArray("missed").getArray())
                                .map(Timestamp::toInstant)
                                .toList());
            case "TREATMENT" -> new Treatment(row.getLong("version"));
            default -> new Terms(row.getLong("version"));
        };
    }

    private static TimeRange range(ResultSet row, String from, String to) throws SQLException {
        return new TimeRange(
                row.getObject(from, OffsetDateTime.class).toInstant(),
                row.getObject(to, OffsetDateTime.class).toInstant());
    }
}
