package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Displacement;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.money.Money;
import dev.unknot.common.series.SeriesId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All appointments, with who takes part and what was waived. */
@Repository
class Appointments {

    private static final String SELECT = """
            SELECT a.*,
                (SELECT json_agg(json_build_object('clientId', p.client_id, 'therapistId', p.therapist_id)
                    ORDER BY p.position) FROM appointment_participants p WHERE p.appointment_id = a.id) AS participants,
                (SELECT json_agg(json_build_object('code', w.code, 'reason', w.reason) ORDER BY w.code)
                    FROM appointment_waivers w WHERE w.appointment_id = a.id) AS waivers,
                c.at AS cancelled_at, c.actor AS cancelled_by, c.cause AS cancelled_cause, c.note AS cancelled_note,
                c.late AS cancelled_late
            FROM appointments a
                LEFT JOIN cancellations c ON c.appointment_id = a.id AND c.version = a.version
            WHERE
            """;

    private final JdbcClient jdbc;
    private final AppointmentRow row;
    private final AppointmentParts parts;
    private final JsonMapper json;

    Appointments(JdbcClient jdbc, AppointmentRow row, AppointmentParts parts, JsonMapper json) {
        this.jdbc = jdbc;
        this.row = row;
        this.parts = parts;
        this.json = json;
    }

    Optional<Appointment> find(AppointmentId id, AppointmentScope scope) {
        return jdbc.sql(SELECT + "a.id = :id AND " + scope.condition())
                .params(scope.parameters())
                .param("id", id.value())
                .query(row)
                .optional();
    }

    /** Whether nobody has changed it since. */
    boolean isAt(AppointmentId id, long version) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM appointments WHERE id = :id AND version = :version)")
                .param("id", id.value())
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    /** How many times the actor holds whose leases are not over. */
    int openHolds(String actor, Instant now) {
        return jdbc.sql("""
                SELECT count(*) FROM appointments a
                    JOIN appointment_history h ON h.appointment_id = a.id AND h.version = 1
                WHERE a.status = 'HELD' AND a.expires_at > :now AND h.actor = :actor
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .query(Integer.class)
                .single();
    }

    /** All they take part in, whatever became of it, by id. */
    List<Appointment> of(ClientId client) {
        return jdbc.sql(SELECT + """
                a.id IN (SELECT appointment_id FROM appointment_participants WHERE client_id = :client) ORDER BY a.id
                """).param("client", client.value()).query(row).list();
    }

    /** The times that the actor holds and whose leases are not over, by start. */
    List<Appointment> holdsOf(String actor, AppointmentScope scope, Instant now) {
        return jdbc.sql(SELECT + """
                a.status = 'HELD' AND a.expires_at > :now
                    AND EXISTS (SELECT FROM appointment_history h
                        WHERE h.appointment_id = a.id AND h.version = 1 AND h.actor = :actor)
                    AND\s""" + scope.condition() + " ORDER BY a.starts_at, a.id")
                .params(scope.parameters())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .query(row)
                .list();
    }

    /** By start. */
    List<Appointment> ofSeries(SeriesId series, AppointmentScope scope) {
        return jdbc.sql(SELECT + "a.series_id = :series AND " + scope.condition() + " ORDER BY a.starts_at, a.id")
                .params(scope.parameters())
                .param("series", series.value())
                .query(row)
                .list();
    }

    /** One more than the page holds, where there are more. */
    List<Appointment> page(AppointmentQuery query, AppointmentScope scope, Instant now) {
        AppointmentQuery.Filter filter = query.filter(now);
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        parameters.putAll(filter.parameters());
        return jdbc.sql(SELECT + scope.condition() + filter.conditions() + " ORDER BY a.starts_at, a.id LIMIT :rows")
                .params(parameters)
                .param("rows", query.pageSize() + 1)
                .query(row)
                .list();
    }

    void insert(Appointment appointment, Instant bookedAt) {
        jdbc.sql("""
                INSERT INTO appointments (id, version, revision, status, treatment_id, minutes, location_id, zone, room_id,
                    starts_at, ends_at, amount, currency, tax, add_ons, expires_at, displaced, series_id, overbooked, booked_at)
                VALUES (:id, :version, :revision, :status, :treatment, :minutes, :location, :zone, :room,
                    :start, :end, :amount, :currency, :tax, CAST(:addOns AS jsonb), :expires, :displaced, :series, :overbooked,
                    :bookedAt)
                """)
                .params(columns(appointment))
                .param("bookedAt", bookedAt.atOffset(ZoneOffset.UTC))
                .update();
        parts.insert(appointment);
    }

    /** False when the row has moved on from {@code before}; then nothing is changed. */
    boolean update(Appointment before, Appointment after) {
        boolean updated = jdbc.sql("""
                UPDATE appointments SET version = :version, revision = :revision, status = :status,
                    treatment_id = :treatment, minutes = :minutes, location_id = :location, zone = :zone, room_id = :room,
                    starts_at = :start, ends_at = :end, amount = :amount, currency = :currency, tax = :tax,
                    add_ons = CAST(:addOns AS jsonb), expires_at = :expires, displaced = :displaced, series_id = :series,
                    overbooked = :overbooked
                WHERE id = :id AND version = :before
                """)
                        .params(columns(after))
                        .param("before", before.version())
                        .update()
                == 1;
        if (updated) {
            parts.update(before, after);
        }
        return updated;
    }

    /** For whoever has locked their rows. */
    List<Appointment> among(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "a.id = ANY (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row)
                .list();
    }

    /**
     * Their versions and displacements, in one statement.
     *
     * @return how many were at the version before
     */
    int updateDisplaced(List<Appointment> after) {
        return jdbc.sql("""
                UPDATE appointments a SET version = u.version, displaced = u.displaced
                FROM unnest(?::uuid[], ?::bigint[], ?::text[]) AS u (id, version, displaced)
                WHERE a.id = u.id AND a.version = u.version - 1
                """)
                .params(
                        after.stream().map(each -> each.id().value()).toArray(UUID[]::new),
                        after.stream().map(Appointment::version).toArray(Long[]::new),
                        after.stream()
                                .map(Appointment::displaced)
                                .map(why -> why == null ? null : why.code())
                                .toArray(String[]::new))
                .update();
    }

    private Map<String, @Nullable Object> columns(Appointment appointment) {
        Visit visit = appointment.visit();
        Instant expiresAt = appointment.expiresAt();
        Displacement displaced = appointment.displaced();
        Money tax = visit.tax();
        SeriesId series = appointment.seriesId();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", appointment.id().value());
        columns.put("version", appointment.version());
        columns.put("revision", appointment.revision());
        columns.put("status", appointment.status().name());
        columns.put("treatment", appointment.treatmentId().value());
        columns.put("minutes", visit.minutes());
        columns.put("location", visit.locationId().value());
        columns.put("zone", visit.zone().getId());
        columns.put("room", visit.roomId().value());
        columns.put("start", visit.start().atOffset(ZoneOffset.UTC));
        columns.put("end", visit.end().atOffset(ZoneOffset.UTC));
        columns.put("amount", visit.price().amount());
        columns.put("currency", visit.price().currency());
        columns.put("tax", tax == null ? null : tax.amount());
        columns.put("addOns", json.writeValueAsString(visit.addOns()));
        columns.put("expires", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC));
        columns.put("displaced", displaced == null ? null : displaced.code());
        columns.put("series", series == null ? null : series.value());
        columns.put("overbooked", appointment.overbooked());
        return columns;
    }
}
