package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.Waiver;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All appointments, with who takes part and what was waived. */
@Repository
class Appointments {

    private static final String SELECT = """
            SELECT a.*,
                (SELECT json_agg(json_build_object('clientId', p.client_id, 'therapistId', p.therapist_id)
                    ORDER BY p.position) FROM appointment_participants p WHERE p.appointment_id = a.id) AS participants,
                (SELECT json_agg(json_build_object('code', w.code, 'reason', w.reason) ORDER BY w.code)
                    FROM appointment_waivers w WHERE w.appointment_id = a.id) AS waivers
            FROM appointments a WHERE
            """;

    private final JdbcClient jdbc;
    private final AppointmentRow row;

    Appointments(JdbcClient jdbc, AppointmentRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    Optional<Appointment> find(AppointmentId id, AppointmentScope scope) {
        return jdbc.sql(SELECT + "a.id = :id AND " + scope.condition())
                .params(scope.parameters())
                .param("id", id.value())
                .query(row)
                .optional();
    }

    /** One more than the page holds, where there are more. */
    List<Appointment> page(AppointmentQuery query, AppointmentScope scope) {
        AppointmentQuery.Filter filter = query.filter();
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
                    starts_at, ends_at, amount, currency, booked_at)
                VALUES (:id, :version, :revision, :status, :treatment, :minutes, :location, :zone, :room,
                    :start, :end, :amount, :currency, :bookedAt)
                """)
                .param("id", appointment.id().value())
                .param("version", appointment.version())
                .param("revision", appointment.revision())
                .param("status", appointment.status().name())
                .param("treatment", appointment.treatmentId().value())
                .param("minutes", appointment.minutes())
                .param("location", appointment.locationId().value())
                .param("zone", appointment.zone().getId())
                .param("room", appointment.roomId().value())
                .param("start", appointment.start().atOffset(ZoneOffset.UTC))
                .param("end", appointment.end().atOffset(ZoneOffset.UTC))
                .param("amount", appointment.price().amount())
                .param("currency", appointment.price().currency())
                .param("bookedAt", bookedAt.atOffset(ZoneOffset.UTC))
                .update();
        for (int position = 0; position < appointment.participants().size(); position++) {
            insert(appointment.id(), position, appointment.participants().get(position));
        }
        appointment.waivers().forEach(waiver -> insert(appointment.id(), waiver));
    }

    /** False when the row has moved on from {@code version}; then nothing is changed. */
    boolean update(Appointment after, long version) {
        return jdbc.sql("""
                UPDATE appointments SET version = :next, status = :status
                WHERE id = :id AND version = :version
                """)
                        .param("next", after.version())
                        .param("status", after.status().name())
                        .param("id", after.id().value())
                        .param("version", version)
                        .update()
                == 1;
    }

    private void insert(AppointmentId appointment, int position, Participant participant) {
        jdbc.sql(
                        "INSERT INTO appointment_participants (appointment_id, position, client_id, therapist_id) VALUES (?, ?, ?, ?)")
                .param(appointment.value())
                .param(position)
                .param(
                        participant.clientId() == null
                                ? null
                                : participant.clientId().value())
                .param(participant.therapistId().value())
                .update();
    }

    private void insert(AppointmentId appointment, Waiver waiver) {
        jdbc.sql("INSERT INTO appointment_waivers (appointment_id, code, reason) VALUES (?, ?, ?)")
                .param(appointment.value())
                .param(waiver.code())
                .param(waiver.reason())
                .update();
    }
}
