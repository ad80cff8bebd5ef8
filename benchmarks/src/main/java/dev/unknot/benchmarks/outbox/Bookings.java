package dev.unknot.benchmarks.outbox;

import dev.unknot.common.appointment.AppointmentBooked;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.ResourceKind;
import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.id.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** The event of a booking as booking-service announces it, each of another appointment. */
final class Bookings {

    private static final LocationId LOCATION = new LocationId(Ids.next());
    private static final RoomId ROOM = new RoomId(Ids.next());
    private static final TreatmentId TREATMENT = new TreatmentId(Ids.next());
    private static final TimeRange SESSION =
            TimeRange.of(Instant.parse("2027-03-01T09:00:00Z"), Duration.ofMinutes(60));

    private Bookings() {}

    static AppointmentBooked next() {
        TherapistId therapist = new TherapistId(Ids.next());
        ClientId client = new ClientId(Ids.next());
        RoomPlace place = new RoomPlace(ROOM, 0);
        return new AppointmentBooked(
                new AppointmentSnapshot(
                        new AppointmentId(Ids.next()),
                        AppointmentStatus.BOOKED,
                        1,
                        List.of(new Participant(client, therapist)),
                        TREATMENT,
                        60,
                        LOCATION,
                        ZoneId.of("Europe/Vienna"),
                        ROOM,
                        SESSION.start(),
                        SESSION.end(),
                        new Money(7_500, "EUR"),
                        List.of(
                                new Claim(ResourceKind.THERAPIST, therapist.value(), therapist.value(), SESSION),
                                new Claim(ResourceKind.CLIENT, client.value(), client.value(), SESSION),
                                new Claim(ResourceKind.ROOM, place.resourceId(), ROOM.value(), SESSION)),
                        List.of(),
                        null,
                        null),
                Set.of());
    }
}
