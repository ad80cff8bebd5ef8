package dev.unknot.notification.visit;

import static java.time.ZoneOffset.UTC;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The visits a message may be about. */
@Repository
public class Visits {
    private final JdbcClient jdbc;

    Visits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces what is known of the appointment; whoever holds it shared is waited for. */
    public void keep(AppointmentSnapshot appointment) {
        jdbc.sql("""
                        INSERT INTO visits (appointment_id, status, revision, starts, zone, location_id, treatment_id, minutes)
                        VALUES (:id, :status, :revision, :starts, :zone, :location, :treatment, :minutes)
                        ON CONFLICT (appointment_id) DO UPDATE
                        SET status = excluded.status, revision = excluded.revision, starts = excluded.starts,
                            zone = excluded.zone, location_id = excluded.location_id,
                            treatment_id = excluded.treatment_id, minutes = excluded.minutes
                        """)
                .param("id", appointment.id().value())
                .param("status", appointment.status().name())
                .param("revision", appointment.revision())
                .param("starts", appointment.start().atOffset(UTC))
                .param("zone", appointment.zone().getId())
                .param("location", appointment.locationId().value())
                .param("treatment", appointment.treatmentId().value())
                .param("minutes", appointment.minutes())
                .update();
        jdbc.sql("DELETE FROM seats WHERE appointment_id = ?")
                .param(appointment.id().value())
                .update();
        appointment.participants().forEach(participant -> seat(appointment.id(), participant));
    }

    /**
     * Reads a visit and holds it shared until the transaction ends: a cancellation arriving meanwhile waits, so that
     * what is decided here is decided about a visit that still stands.
     */
    public Optional<Visit> hold(AppointmentId id) {
        return jdbc.sql("SELECT * FROM visits WHERE appointment_id = ? FOR SHARE")
                .param(id.value())
                .query(Visits::visit)
                .optional();
    }

    /** Visits to come at a location, in order of id, each held shared as by {@link #hold}. */
    public List<Visit> holdAhead(LocationId location, AppointmentId after, Instant now, int limit) {
        return jdbc.sql("""
                        SELECT * FROM visits
                        WHERE location_id = :location AND appointment_id > :after AND starts > :now
                          AND status IN ('BOOKED', 'CONFIRMED')
                        ORDER BY appointment_id LIMIT :limit FOR SHARE
                        """)
                .param("location", location.value())
                .param("after", after.value())
                .param("now", now.atOffset(UTC))
                .param("limit", limit)
                .query(Visits::visit)
                .list();
    }

    public List<ClientId> clients(AppointmentId id) {
        return jdbc
                .sql("SELECT client_id FROM seats WHERE appointment_id = ? ORDER BY client_id")
                .param(id.value())
                .query(UUID.class)
                .stream()
                .map(ClientId::new)
                .toList();
    }

    /** Who treats this client on that visit. */
    public Optional<TherapistId> therapist(AppointmentId id, ClientId clientId) {
        return jdbc.sql("SELECT therapist_id FROM seats WHERE appointment_id = ? AND client_id = ?")
                .params(id.value(), clientId.value())
                .query(UUID.class)
                .optional()
                .map(TherapistId::new);
    }

    private void seat(AppointmentId id, Participant participant) {
        ClientId clientId = participant.clientId();
        if (clientId != null) {
            jdbc.sql("INSERT INTO seats (appointment_id, client_id, therapist_id) VALUES (?, ?, ?)")
                    .params(
                            id.value(),
                            clientId.value(),
                            participant.therapistId().value())
                    .update();
        }
    }

    /** Reads a row of the table {@code visits}. */
    public static Visit visit(ResultSet row, int number) throws SQLException {
        return new Visit(
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                AppointmentStatus.valueOf(row.getString("status")),
                row.getLong("revision"),
                row.getObject("starts", OffsetDateTime.class).toInstant(),
                ZoneId.of(row.getString("zone")),
                new LocationId(row.getObject("location_id", UUID.class)),
                new TreatmentId(row.getObject("treatment_id", UUID.class)),
                row.getInt("minutes"));
    }
}
