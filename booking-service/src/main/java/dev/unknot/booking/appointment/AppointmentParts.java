package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.client.ClientId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
            updateParticipants(after);
        }
        if (!after.waivers().equals(before.waivers())) {
            delete("DELETE FROM appointment_waivers WHERE appointment_id = ?", after.id());
            after.waivers().forEach(waiver -> insert(after.id(), waiver));
        }
        Cancellation cancellation = after.cancellation();
        // Each version that is cancelled says why, also one that changed something else.
        if (cancellation != null) {
            insert(after, cancellation);
        }
    }

    private void delete(String sql, AppointmentId appointment) {
        jdbc.sql(sql).param(appointment.value()).update();
    }

    private void insertParticipants(Appointment appointment) {
        jdbc.sql("""
                INSERT INTO appointment_participants (appointment_id, position, client_id, therapist_id)
                SELECT ?, position - 1, client_id, therapist_id
                FROM unnest(?::uuid[], ?::uuid[]) WITH ORDINALITY AS takes_part (client_id, therapist_id, position)
                """)
                .param(appointment.id().value())
                .param(clients(appointment))
                .param(therapists(appointment))
                .update();
    }

    /** There are as many as before. Not all anew: who stays may be erased by now, and nobody erased is let in. */
    private void updateParticipants(Appointment appointment) {
        jdbc.sql("""
                UPDATE appointment_participants seat SET client_id = next.client_id, therapist_id = next.therapist_id
                FROM unnest(?::uuid[], ?::uuid[]) WITH ORDINALITY AS next (client_id, therapist_id, position)
                WHERE seat.appointment_id = ? AND seat.position = next.position - 1
                """)
                .param(clients(appointment))
                .param(therapists(appointment))
                .param(appointment.id().value())
                .update();
    }

    private static @Nullable UUID[] clients(Appointment appointment) {
        return ids(appointment, participant -> {
            ClientId client = participant.clientId();
            return client == null ? null : client.value();
        });
    }

    private static @Nullable UUID[] therapists(Appointment appointment) {
        return ids(appointment, participant -> participant.therapistId().value());
    }

    private static @Nullable UUID[] ids(Appointment appointment, Function<Participant, @Nullable UUID> id) {
        return appointment.participants().stream().map(id).toArray(UUID[]::new);
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
                INSERT INTO cancellations (appointment_id, version, at, actor, cause, note, late) VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                .param(cancelled.id().value())
                .param(cancelled.version())
                .param(cancellation.at().atOffset(ZoneOffset.UTC))
                .param(cancellation.actor())
                .param(cancellation.cause())
                .param(cancellation.note())
                .param(cancellation.late())
                .update();
    }
}
