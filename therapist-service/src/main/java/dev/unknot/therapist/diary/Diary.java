package dev.unknot.therapist.diary;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.therapist.DiaryEntryView;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.security.LocationScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One entry per appointment and therapist; the one door to it. */
@Repository
public class Diary {

    private final JdbcClient database;

    Diary(JdbcClient database) {
        this.database = database;
    }

    /** By start; what is only held, called off or has lapsed is not shown. */
    public List<DiaryEntryView> read(TherapistId therapist, TimeRange period, LocationScope scope) {
        return database.sql("""
                        SELECT * FROM diary_entries
                        WHERE therapist_id = :therapist AND starts < :end AND ends > :start
                          AND status NOT IN ('HELD', 'CANCELLED', 'EXPIRED')
                          AND (:all OR location_id = ANY (:locations))
                        ORDER BY starts, appointment_id""")
                .param("therapist", therapist.value())
                .param("start", utc(period.start()))
                .param("end", utc(period.end()))
                .param("all", scope.all())
                .param("locations", scope.idArray())
                .query(Diary::view)
                .list();
    }

    /** As it now is, in the diaries of exactly the therapists who now take part. */
    void enter(AppointmentSnapshot appointment) {
        strike(appointment.id().value());
        appointment.participants().stream()
                .map(Participant::therapistId)
                .distinct()
                .forEach(therapist -> enter(appointment, therapist));
    }

    void strike(UUID appointment) {
        database.sql("DELETE FROM diary_entries WHERE appointment_id = ?")
                .param(appointment)
                .update();
    }

    private void enter(AppointmentSnapshot appointment, TherapistId therapist) {
        database.sql("""
                        INSERT INTO diary_entries (appointment_id, therapist_id, status, starts, ends, zone,
                            location_id, room_id, treatment_id, client_ids)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        appointment.id().value(),
                        therapist.value(),
                        appointment.status().name(),
                        utc(appointment.start()),
                        utc(appointment.end()),
                        appointment.zone().getId(),
                        appointment.locationId().value(),
                        appointment.roomId().value(),
                        appointment.treatmentId().value(),
                        clients(appointment, therapist))
                .update();
    }

    private static UUID[] clients(AppointmentSnapshot appointment, TherapistId therapist) {
        return appointment.participants().stream()
                .filter(participant -> participant.therapistId().equals(therapist))
                .map(Participant::clientId)
                .filter(Objects::nonNull)
                .map(ClientId::value)
                .toArray(UUID[]::new);
    }

    private static DiaryEntryView view(ResultSet row, int number) throws SQLException {
        Instant start = row.getObject("starts", OffsetDateTime.class).toInstant();
        ZoneId zone = ZoneId.of(row.getString("zone"));
        return new DiaryEntryView(
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                AppointmentStatus.valueOf(row.getString("status")),
                start,
                row.getObject("ends", OffsetDateTime.class).toInstant(),
                zone,
                LocalDateTime.ofInstant(start, zone),
                new LocationId(row.getObject("location_id", UUID.class)),
                new RoomId(row.getObject("room_id", UUID.class)),
                new TreatmentId(row.getObject("treatment_id", UUID.class)),
                Arrays.stream((UUID[]) row.getArray("client_ids").getArray())
                        .map(ClientId::new)
                        .toList());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
