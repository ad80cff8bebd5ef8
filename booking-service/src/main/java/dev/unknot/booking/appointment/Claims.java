package dev.unknot.booking.appointment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.ResourceKind;
import dev.unknot.common.block.BlockId;
import dev.unknot.common.time.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The claims of all appointments and blocks. Whoever adds some has locked their resources. */
@Repository
class Claims {

    private final JdbcClient jdbc;

    Claims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that stand now, in no order. */
    List<Claim> of(AppointmentId appointment) {
        return jdbc.sql("""
                SELECT kind, resource_id, owner_id, lower(during) AS starts_at, upper(during) AS ends_at
                FROM claims WHERE appointment_id = :appointment
                """)
                .param("appointment", appointment.value())
                .query(Claims::claim)
                .list();
    }

    /** Those that stand now of each of the appointments, in one statement; who has none is left out. */
    Map<AppointmentId, List<Claim>> of(Collection<AppointmentId> appointments) {
        return jdbc
                .sql("""
                SELECT appointment_id, kind, resource_id, owner_id, lower(during) AS starts_at, upper(during) AS ends_at
                FROM claims WHERE appointment_id = ANY (:appointments)
                """)
                .param(
                        "appointments",
                        appointments.stream().map(AppointmentId::value).toArray(UUID[]::new))
                .query((row, number) ->
                        Map.entry(new AppointmentId(row.getObject("appointment_id", UUID.class)), claim(row, number)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** What others than {@code moving} have of those wanted for a part of the time, lapsed holds and blocks included. */
    List<Obstacle> obstacles(Collection<Claim> wanted, @Nullable AppointmentId moving) {
        return jdbc.sql("""
                SELECT DISTINCT taken.resource_id, taken.appointment_id, a.expires_at
                FROM unnest(:resources, :starts, :ends) AS wanted (resource_id, starts_at, ends_at)
                JOIN claims taken ON taken.resource_id = wanted.resource_id
                    AND taken.during && tstzrange(wanted.starts_at, wanted.ends_at, '[)')
                    AND taken.appointment_id IS DISTINCT FROM :moving
                LEFT JOIN appointments a ON a.id = taken.appointment_id
                """)
                .param("moving", moving == null ? null : moving.value(), Types.OTHER)
                .param("resources", array("uuid", wanted, Claim::resourceId))
                .param("starts", instants(wanted, claim -> claim.during().start()))
                .param("ends", instants(wanted, claim -> claim.during().end()))
                .query((row, number) -> {
                    UUID by = row.getObject("appointment_id", UUID.class);
                    OffsetDateTime expiresAt = row.getObject("expires_at", OffsetDateTime.class);
                    return new Obstacle(
                            row.getObject("resource_id", UUID.class),
                            by == null ? null : new AppointmentId(by),
                            expiresAt == null ? null : expiresAt.toInstant());
                })
                .list();
    }

    /**
     * Claims all that is free.
     *
     * @param overbooked those of the resources that may be taken already, by whatever came before
     * @return the resources claimed; those missing are taken, and the caller rolls back
     */
    Set<UUID> insert(AppointmentId appointment, Collection<Claim> claims, Set<UUID> overbooked) {
        return insert(appointment.value(), null, claims, overbooked);
    }

    /** As for an appointment; nobody's time is given twice for a block. */
    Set<UUID> insert(BlockId block, Collection<Claim> claims) {
        return insert(null, block.value(), claims, Set.of());
    }

    private Set<UUID> insert(
            @Nullable UUID appointment, @Nullable UUID block, Collection<Claim> claims, Set<UUID> overbooked) {
        // One order for all writers: two that cross wait for one another instead of deadlocking.
        List<Claim> inOrder =
                claims.stream().sorted(Comparator.comparing(Claim::resourceId)).toList();
        return jdbc.sql("""
                INSERT INTO claims (appointment_id, block_id, resource_id, kind, owner_id, during, admitted)
                SELECT CAST(:appointment AS uuid), CAST(:block AS uuid), resource_id, kind, owner_id, tstzrange(starts_at, ends_at, '[)'),
                    int8range(CASE WHEN overbooked THEN number END, number, '[]')
                FROM (SELECT *, nextval('claims_in_order') AS number
                    FROM unnest(:resources, :kinds, :owners, :starts, :ends, :overbooked)
                        AS wanted (resource_id, kind, owner_id, starts_at, ends_at, overbooked)) AS numbered
                ON CONFLICT DO NOTHING
                RETURNING resource_id
                """)
                .param("appointment", appointment)
                .param("block", block)
                .param("resources", array("uuid", inOrder, Claim::resourceId))
                .param("kinds", array("text", inOrder, claim -> claim.kind().name()))
                .param("owners", array("uuid", inOrder, Claim::ownerId))
                .param("starts", instants(inOrder, claim -> claim.during().start()))
                .param("ends", instants(inOrder, claim -> claim.during().end()))
                .param("overbooked", array("bool", inOrder, claim -> overbooked.contains(claim.resourceId())))
                .query(UUID.class)
                .set();
    }

    /** Each of the appointment's claims gets another time, and goes on admitting whom it does; nobody new is in the way. */
    void stretch(AppointmentId appointment, Collection<Claim> claims) {
        jdbc.sql("""
                UPDATE claims SET during = tstzrange(wanted.starts_at, wanted.ends_at, '[)')
                FROM unnest(:resources, :starts, :ends) AS wanted (resource_id, starts_at, ends_at)
                WHERE claims.appointment_id = :appointment AND claims.resource_id = wanted.resource_id
                """)
                .param("appointment", appointment.value())
                .param("resources", array("uuid", claims, Claim::resourceId))
                .param("starts", instants(claims, claim -> claim.during().start()))
                .param("ends", instants(claims, claim -> claim.during().end()))
                .update();
    }

    /** Whether both are claimed for some moment. */
    boolean overlap(UUID one, UUID other) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM claims a JOIN claims b ON a.during && b.during
                    WHERE a.resource_id = :one AND b.resource_id = :other)
                """)
                .param("one", one)
                .param("other", other)
                .query(Boolean.class)
                .single();
    }

    /** A client's become another's, who is free then. */
    void handOver(UUID client, UUID to) {
        jdbc.sql("UPDATE claims SET resource_id = :to, owner_id = :to WHERE resource_id = :client AND kind = 'CLIENT'")
                .param("to", to)
                .param("client", client)
                .update();
    }

    void free(AppointmentId appointment) {
        jdbc.sql("DELETE FROM claims WHERE appointment_id = :appointment")
                .param("appointment", appointment.value())
                .update();
    }

    void free(Collection<AppointmentId> appointments) {
        jdbc.sql("DELETE FROM claims WHERE appointment_id = ANY (:appointments)")
                .param(
                        "appointments",
                        appointments.stream().map(AppointmentId::value).toArray(UUID[]::new))
                .update();
    }

    void free(BlockId block) {
        jdbc.sql("DELETE FROM claims WHERE block_id = :block")
                .param("block", block.value())
                .update();
    }

    static Claim claim(ResultSet row, int number) throws SQLException {
        return new Claim(
                ResourceKind.valueOf(row.getString("kind")),
                row.getObject("resource_id", UUID.class),
                row.getObject("owner_id", UUID.class),
                new TimeRange(
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant()));
    }

    private static SqlArrayValue instants(Collection<Claim> claims, Function<Claim, Instant> component) {
        return array("timestamptz", claims, component);
    }

    /** As text, which the driver passes on to the type named, so that one parameter serves any number of claims. */
    private static SqlArrayValue array(String type, Collection<Claim> claims, Function<Claim, ?> component) {
        return new SqlArrayValue(
                type, claims.stream().map(component).map(Object::toString).toArray());
    }
}
