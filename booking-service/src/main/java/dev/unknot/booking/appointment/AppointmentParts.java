package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.client.ClientId;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an appointment has in tables of its own. Its row is locked by whoever changes it. */
@Repository
class AppointmentParts {

    private final JdbcClient jdbc;

    AppointmentParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Appointment appointment) {
        insertParticipants(appointment);
        appointment.waivers().forEach(waiver -> insert(appointment.id(), waiver));
    }

    void update(Appointment before, Appointment after) {
        if (!after.participants().equals(before.participants())) {
            delete("DELETE FROM appointment_participants WHERE appointment_id = ?", after.id());
            insertParticipants(after);
        }
        if (!after.waivers().equals(before.waivers())) {
            delete("DELETE FROM appointment_waivers WHERE appointment_id = ?", after.id());
            after.waivers().forEach(waiver -> insert(after.id(), waiver));
        }
        Cancellation cancellation = after.cancellation();
        if (cancellation != null && before.cancellation() == null) {
            insert(after, cancellation);
        }
    }

    private void delete(String sql, AppointmentId appointment) {
        jdbc.sql(sql).param(appointment.value()).update();
    }

    private void insertParticipants(Appointment appointment) {
        for (int position = 0; position < appointment.participants().size(); position++) {
            insert(appointment.id(), position, appointment.participants().get(position));
        }
    }

    private void insert(AppointmentId appointment, int position, Participant participant) {
        ClientId client = participant.clientId();
        jdbc.sql("""
                INSERT INTO appointment_participants (appointment_id, position, client_id, therapist_id)
                VALUES (?, ?, ?, ?)
                """)
                .param(appointment.value())
                .param(position)
                .param(client == null ? null : client.value())
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

    private void insert(Appointment cancelled, Cancellation cancellation) {
        jdbc.sql("""
                INSERT INTO cancellations (appointment_id, version, at, actor, cause, note) VALUES (?, ?, ?, ?, ?, ?)
                """)
                .param(cancelled.id().value())
                .param(cancelled.version())
                .param(cancellation.at().atOffset(ZoneOffset.UTC))
                .param(cancellation.actor())
                .param(cancellation.cause())
                .param(cancellation.note())
                .update();
    }
}
