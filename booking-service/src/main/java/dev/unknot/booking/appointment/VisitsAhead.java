package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.Displacement;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The appointments ahead that are booked or confirmed, or checked in already, which can be taken back; read lightly, since a
 * location has many thousands.
 */
@Repository
class VisitsAhead {

    private static final String SELECT = """
            SELECT a.id, a.location_id, a.zone, a.treatment_id, a.starts_at AS session_start, a.ends_at AS session_end,
                a.displaced, c.kind, c.resource_id, c.owner_id,
                lower(c.during) AS starts_at, upper(c.during) AS ends_at
            FROM appointments a JOIN claims c ON c.appointment_id = a.id AND c.kind <> 'CLIENT'
            WHERE a.status IN ('BOOKED', 'CONFIRMED', 'CHECKED_IN') AND a.starts_at > :now
                AND (CAST(:among AS uuid[]) IS NULL OR a.id = ANY (:among)) AND
            """;

    private final JdbcClient jdbc;

    VisitsAhead(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param among null: all */
    List<VisitAhead> of(TherapistId therapist, Instant now, @Nullable Collection<AppointmentId> among) {
        return read(SELECT + """
                        a.id IN (SELECT appointment_id FROM claims
                            WHERE resource_id = :resource AND during && tstzrange(:now, NULL))
                        """, therapist.value(), now, among);
    }

    /** @param among null: all */
    List<VisitAhead> at(LocationId location, Instant now, @Nullable Collection<AppointmentId> among) {
        return read(SELECT + "a.location_id = :resource", location.value(), now, among);
    }

    /** @param among null: all */
    List<VisitAhead> with(TreatmentId treatment, Instant now, @Nullable Collection<AppointmentId> among) {
        return read(SELECT + "a.treatment_id = :resource", treatment.value(), now, among);
    }

    /** In one order, so that two that lock several wait for one another instead of deadlocking. */
    void lock(Collection<AppointmentId> appointments) {
        var unused = jdbc.sql("SELECT id FROM appointments WHERE id = ANY (:ids) ORDER BY id FOR UPDATE")
                .param("ids", ids(appointments))
                .query(UUID.class)
                .list();
    }

    private List<VisitAhead> read(String sql, UUID resource, Instant now, @Nullable Collection<AppointmentId> among) {
        Map<UUID, VisitAhead> found = new LinkedHashMap<>();
        jdbc.sql(sql)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("among", among == null ? null : ids(among))
                .param("resource", resource)
                .query((ResultSet row) -> {
                    UUID id = row.getObject("id", UUID.class);
                    VisitAhead visit = found.get(id);
                    if (visit == null) {
                        visit = visit(row);
                        found.put(id, visit);
                    }
                    visit.claims().add(Claims.claim(row, 0));
                });
        return List.copyOf(found.values());
    }

    private static VisitAhead visit(ResultSet row) throws SQLException {
        String displaced = row.getString("displaced");
        return new VisitAhead(
                new AppointmentId(row.getObject("id", UUID.class)),
                new LocationId(row.getObject("location_id", UUID.class)),
                ZoneId.of(row.getString("zone")),
                new TreatmentId(row.getObject("treatment_id", UUID.class)),
                new TimeRange(instant(row, "session_start"), instant(row, "session_end")),
                displaced == null ? null : Displacement.ofCode(displaced),
                new ArrayList<Claim>());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static UUID[] ids(Collection<AppointmentId> appointments) {
        return appointments.stream().map(AppointmentId::value).toArray(UUID[]::new);
    }
}
