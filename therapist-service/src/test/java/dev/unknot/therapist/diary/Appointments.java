package dev.unknot.therapist.diary;

import dev.unknot.common.appointment.AppointmentBooked;
import dev.unknot.common.appointment.AppointmentCancelled;
import dev.unknot.common.appointment.AppointmentEvent;
import dev.unknot.common.appointment.AppointmentHeld;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.id.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Alma's hours with Mira and Jonas, as booking-service announces them. */
public final class Appointments {

    public static final LocationId BERLIN = new LocationId(Ids.next());
    public static final LocationId POTSDAM = new LocationId(Ids.next());
    public static final TherapistId MIRA = new TherapistId(Ids.next());
    public static final TherapistId JONAS = new TherapistId(Ids.next());
    public static final ClientId ALMA = new ClientId(Ids.next());
    static final ClientId BO = new ClientId(Ids.next());

    private Appointments() {}

    public static AppointmentId any() {
        return new AppointmentId(Ids.next());
    }

    public static AppointmentEvent booked(AppointmentId id, TherapistId therapist, LocationId location, Instant start) {
        return new AppointmentBooked(snapshot(id, AppointmentStatus.BOOKED, therapist, location, start), Set.of());
    }

    /** Alma with Mira and Bo with Jonas. */
    static AppointmentEvent couple(AppointmentId id, LocationId location, Instant start) {
        return new AppointmentBooked(
                snapshot(
                        id,
                        AppointmentStatus.BOOKED,
                        List.of(new Participant(ALMA, MIRA), new Participant(BO, JONAS)),
                        location,
                        start),
                Set.of());
    }

    public static AppointmentEvent cancelled(
            AppointmentId id, TherapistId therapist, LocationId location, Instant start) {
        return new AppointmentCancelled(
                snapshot(id, AppointmentStatus.CANCELLED, therapist, location, start), Set.of("status"));
    }

    public static AppointmentEvent held(AppointmentId id, TherapistId therapist, LocationId location, Instant start) {
        return new AppointmentHeld(snapshot(id, AppointmentStatus.HELD, therapist, location, start), Set.of());
    }

    private static AppointmentSnapshot snapshot(
            AppointmentId id, AppointmentStatus status, TherapistId therapist, LocationId location, Instant start) {
        return snapshot(id, status, List.of(new Participant(ALMA, therapist)), location, start);
    }

    private static AppointmentSnapshot snapshot(
            AppointmentId id,
            AppointmentStatus status,
            List<Participant> participants,
            LocationId location,
            Instant start) {
        return new AppointmentSnapshot(
                id,
                status,
                1,
                participants,
                new TreatmentId(new UUID(7, 1)),
                60,
                location,
                ZoneId.of("Europe/Berlin"),
                new RoomId(new UUID(7, 2)),
                start,
                start.plus(Duration.ofMinutes(60)),
                new Money(8000, "EUR"),
                List.of(),
                List.of(),
                null,
                null);
    }
}
