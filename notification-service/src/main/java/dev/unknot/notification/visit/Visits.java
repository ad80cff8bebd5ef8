package dev.unknot.notification.visit;

import static java.time.ZoneOffset.UTC;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientMerge;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.money.Money;
import dev.unknot.common.series.SeriesId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
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

    /**
     * Replaces what is known of the appointment; whoever holds it shared is waited for.
     *
     * @param version of the appointment
     */
    public void keep(AppointmentSnapshot appointment, long version) {
        jdbc.sql("""
                        INSERT INTO visits (appointment_id, version, status, revision, starts, zone, location_id, treatment_id, minutes,
                                            series_id, uncovered)
                        VALUES (:id, :version, :status, :revision, :starts, :zone, :location, :treatment, :minutes, :series,
                                :uncovered)
                        ON CONFLICT (appointment_id) DO UPDATE
                        SET version = excluded.version, status = excluded.status, revision = excluded.revision, starts = excluded.starts,
                            zone = excluded.zone, location_id = excluded.location_id,
                            treatment_id = excluded.treatment_id, minutes = excluded.minutes,
                            series_id = excluded.series_id, uncovered = excluded.uncovered
                        """)
                .param("id", appointment.id().value())
                .param("version", version)
                .param("status", appointment.status().name())
                .param("revision", appointment.revision())
                .param("starts", appointment.start().atOffset(UTC))
                .param("zone", appointment.zone().getId())
                .param("location", appointment.locationId().value())
                .param("treatment", appointment.treatmentId().value())
                .param("minutes", appointment.minutes())
                .param("uncovered", appointment.displaced() != null)
                .param(
                        "series",
                        appointment.seriesId() == null
                                ? null
                                : appointment.seriesId().value(),
                        Types.OTHER)
                .update();
        jdbc.sql("DELETE FROM seats WHERE appointment_id = ?")
                .param(appointment.id().value())
                .update();
        appointment.participants().forEach(participant -> seat(appointment, participant));
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

    /** The first of them, whether or not it can be read. */
    public Optional<AppointmentId> firstAhead(LocationId location, AppointmentId after, Instant now) {
        return jdbc.sql("""
                        SELECT appointment_id FROM visits
                        WHERE location_id = :location AND appointment_id > :after AND starts > :now
                          AND status IN ('BOOKED', 'CONFIRMED')
                        ORDER BY appointment_id LIMIT 1
                        """)
                .param("location", location.value())
                .param("after", after.value())
                .param("now", now.atOffset(UTC))
                .query(UUID.class)
                .optional()
                .map(AppointmentId::new);
    }

    /** The appointment's, as last announced. */
    public long version(AppointmentId id) {
        return jdbc.sql("SELECT version FROM visits WHERE appointment_id = ?")
                .param(id.value())
                .query(Long.class)
                .single();
    }

    public List<ClientId> clients(AppointmentId id) {
        return jdbc
                .sql("SELECT client_id FROM seats WHERE appointment_id = ? ORDER BY client_id")
                .param(id.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(ClientId::new)
                .toList();
    }

    /** The next visit of any of these clients, or else the one closest to now. */
    public Optional<Visit> nearest(Collection<ClientId> clients, Instant now) {
        return jdbc.sql("""
                        SELECT visits.* FROM seats JOIN visits USING (appointment_id)
                        WHERE client_id = ANY (:clients) AND status NOT IN ('HELD', 'EXPIRED')
                        ORDER BY (status IN ('BOOKED', 'CONFIRMED') AND starts > :now) DESC,
                                 abs(extract(epoch FROM starts - :now)), appointment_id
                        LIMIT 1
                        """)
                .param("clients", clients.stream().map(ClientId::value).toArray(UUID[]::new))
                .param("now", now.atOffset(UTC))
                .query(Visits::visit)
                .optional();
    }

    /** Who treats this client on that visit. */
    public Optional<TherapistId> therapist(AppointmentId id, ClientId clientId) {
        return jdbc.sql("SELECT therapist_id FROM seats WHERE appointment_id = ? AND client_id = ?")
                .params(id.value(), clientId.value())
                .query(UUID.class)
                .optional()
                .map(TherapistId::new);
    }

    /** What this client can have been told of that revision; empty if it was not kept. */
    public Optional<Terms> terms(AppointmentId id, ClientId clientId, long revision) {
        return jdbc.sql("SELECT * FROM visit_terms WHERE appointment_id = ? AND client_id = ? AND revision = ?")
                .params(id.value(), clientId.value(), revision)
                .query(Visits::terms)
                .optional();
    }

    /** What the duplicate was told of a visit the other has been told from now on. */
    public void handOverTerms(AppointmentId id, ClientMerge merge) {
        jdbc.sql("""
                        UPDATE visit_terms SET client_id = :kept
                        WHERE appointment_id = :id AND client_id = :duplicate AND NOT EXISTS (
                            SELECT FROM visit_terms had
                            WHERE had.appointment_id = :id AND had.client_id = :kept
                              AND had.revision = visit_terms.revision)
                        """)
                .param("kept", merge.kept().value())
                .param("duplicate", merge.duplicate().value())
                .param("id", id.value())
                .update();
    }

    private void keepTerms(AppointmentSnapshot appointment, ClientId clientId, TherapistId therapistId) {
        jdbc.sql("""
                        INSERT INTO visit_terms (appointment_id, client_id, revision, starts, zone, location_id, treatment_id,
                                                 minutes, therapist_id, amount, currency)
                        VALUES (:id, :client, :revision, :starts, :zone, :location, :treatment,
                                :minutes, :therapist, :amount, :currency)
                        ON CONFLICT (appointment_id, client_id, revision) DO UPDATE
                        SET starts = excluded.starts, zone = excluded.zone, location_id = excluded.location_id,
                            treatment_id = excluded.treatment_id, minutes = excluded.minutes,
                            therapist_id = excluded.therapist_id, amount = excluded.amount, currency = excluded.currency
                        """)
                .param("id", appointment.id().value())
                .param("client", clientId.value())
                .param("revision", appointment.revision())
                .param("starts", appointment.start().atOffset(UTC))
                .param("zone", appointment.zone().getId())
                .param("location", appointment.locationId().value())
                .param("treatment", appointment.treatmentId().value())
                .param("minutes", appointment.minutes())
                .param("therapist", therapistId.value())
                .param("amount", appointment.price().amount())
                .param("currency", appointment.price().currency())
                .update();
    }

    private void seat(AppointmentSnapshot appointment, Participant participant) {
        AppointmentId id = appointment.id();
        ClientId clientId = participant.clientId();
        if (clientId != null) {
            keepTerms(appointment, clientId, participant.therapistId());
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
        UUID series = row.getObject("series_id", UUID.class);
        return new Visit(
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                AppointmentStatus.valueOf(row.getString("status")),
                row.getLong("revision"),
                row.getObject("starts", OffsetDateTime.class).toInstant(),
                ZoneId.of(row.getString("zone")),
                new LocationId(row.getObject("location_id", UUID.class)),
                new TreatmentId(row.getObject("treatment_id", UUID.class)),
                row.getInt("minutes"),
                series == null ? null : new SeriesId(series),
                row.getBoolean("uncovered"));
    }

    private static Terms terms(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        return new Terms(
                row.getObject("starts", OffsetDateTime.class).toInstant(),
                ZoneId.of(row.getString("zone")),
                new LocationId(row.getObject("location_id", UUID.class)),
                new TreatmentId(row.getObject("treatment_id", UUID.class)),
                row.getInt("minutes"),
                new TherapistId(row.getObject("therapist_id", UUID.class)),
                currency == null ? null : new Money(row.getLong("amount"), currency));
    }
}
