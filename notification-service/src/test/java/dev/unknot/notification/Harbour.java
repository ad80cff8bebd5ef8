package dev.unknot.notification;

import dev.unknot.common.appointment.AppointmentBooked;
import dev.unknot.common.appointment.AppointmentCancelled;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentRescheduled;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.location.Address;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
import dev.unknot.common.series.SeriesId;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.Approach;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.platform.id.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Harbour Massage with Mira and her Swedish massage, in a zone of one's choice, and what is announced of it. */
public record Harbour(LocationId location, ZoneId zone, TreatmentId swedish, TherapistId mira) {
    public static Harbour in(String zone) {
        return new Harbour(
                new LocationId(Ids.next()), ZoneId.of(zone), new TreatmentId(Ids.next()), new TherapistId(Ids.next()));
    }

    public LocationSnapshot locationSnapshot() {
        return new LocationSnapshot(
                location,
                "Harbour Massage",
                zone,
                new Address("Quay 1", "20457", "Portside", "DE"),
                "+4940123456",
                new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)),
                List.of(),
                List.of(),
                List.of(),
                "harbour@spa.example");
    }

    public TreatmentSnapshot swedishSnapshot() {
        return new TreatmentSnapshot(
                swedish,
                Approach.values()[0],
                "Swedish massage",
                List.of(new Offer(60, new Money(9000, "EUR"))),
                0,
                0,
                null,
                null,
                15,
                0);
    }

    public TherapistSnapshot miraSnapshot() {
        return new TherapistSnapshot(
                mira,
                "Mira",
                Gender.values()[0],
                Set.of(),
                null,
                TherapistState.ACTIVE,
                new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)),
                List.of());
    }

    public static ClientSnapshot client(ClientId id, String email, String phone) {
        return new ClientSnapshot(id, "Ada Byron", email, phone, "en");
    }

    public Instant at(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }

    public AppointmentBooked booked(AppointmentId id, ClientId client, Instant start) {
        return new AppointmentBooked(appointment(id, client, start, AppointmentStatus.BOOKED), Set.of("status"));
    }

    public AppointmentBooked booked(AppointmentId id, List<ClientId> clients, Instant start) {
        return new AppointmentBooked(
                of(clients, appointment(id, clients.getFirst(), start, AppointmentStatus.BOOKED)), Set.of("status"));
    }

    public AppointmentCancelled cancelled(AppointmentId id, ClientId client, Instant start) {
        return cancelled(id, client, start, 1);
    }

    public AppointmentCancelled cancelled(AppointmentId id, ClientId client, Instant start, long revision) {
        return new AppointmentCancelled(
                appointment(id, client, start, AppointmentStatus.CANCELLED, revision), Set.of("status"));
    }

    public AppointmentRescheduled moved(AppointmentId id, ClientId client, Instant start, long revision) {
        return new AppointmentRescheduled(
                appointment(id, client, start, AppointmentStatus.BOOKED, revision), Set.of("start", "end", "revision"));
    }

    /** The same visit of all of these, with one therapist, in one room. */
    public static AppointmentSnapshot of(List<ClientId> clients, AppointmentSnapshot visit) {
        TherapistId therapist = visit.participants().getFirst().therapistId();
        return new AppointmentSnapshot(
                visit.id(),
                visit.status(),
                visit.revision(),
                clients.stream()
                        .map(client -> new Participant(client, therapist))
                        .toList(),
                visit.treatmentId(),
                visit.minutes(),
                visit.locationId(),
                visit.zone(),
                visit.roomId(),
                visit.start(),
                visit.end(),
                visit.price(),
                visit.claims(),
                visit.waived(),
                visit.expiresAt(),
                visit.displaced(),
                visit.seriesId(),
                visit.overbooked(),
                visit.addOns(),
                visit.tax());
    }

    /** The same visit as one of a series. */
    public static AppointmentSnapshot in(SeriesId series, AppointmentSnapshot visit) {
        return new AppointmentSnapshot(
                visit.id(),
                visit.status(),
                visit.revision(),
                visit.participants(),
                visit.treatmentId(),
                visit.minutes(),
                visit.locationId(),
                visit.zone(),
                visit.roomId(),
                visit.start(),
                visit.end(),
                visit.price(),
                visit.claims(),
                visit.waived(),
                visit.expiresAt(),
                visit.displaced(),
                series,
                false,
                List.of(),
                null);
    }

    public AppointmentSnapshot appointment(AppointmentId id, ClientId client, Instant start, AppointmentStatus status) {
        return appointment(id, client, start, status, 1);
    }

    public AppointmentSnapshot appointment(
            AppointmentId id, ClientId client, Instant start, AppointmentStatus status, long revision) {
        return new AppointmentSnapshot(
                id,
                status,
                revision,
                List.of(new Participant(client, mira)),
                swedish,
                60,
                location,
                zone,
                new RoomId(Ids.next()),
                start,
                start.plus(Duration.ofMinutes(60)),
                new Money(9000, "EUR"),
                List.of(),
                List.of(),
                null,
                null);
    }
}
