package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Seating;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.ResourceKind;
import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.Approach;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An hour in Vienna, version 3, revision 2, with one rule set aside. */
final class AVisit {

    /** In Vienna. */
    static final Instant TEN = Instant.parse("2030-05-06T08:00:00Z");

    static final Claim CLAIM =
            new Claim(ResourceKind.ROOM, new UUID(1, 1), new UUID(1, 2), TimeRange.of(TEN, Duration.ofHours(1)));

    private static final TreatmentSnapshot SWEDISH = new TreatmentSnapshot(
            new TreatmentId(UUID.randomUUID()), Approach.SWEDISH, "Swedish", List.of(), 0, 0, null, null, 15, 60);

    private AVisit() {}

    static Appointment at(Instant start, AppointmentStatus status) {
        return new Appointment(
                new AppointmentId(UUID.randomUUID()),
                3,
                2,
                status,
                List.of(new Participant(new ClientId(UUID.randomUUID()), new TherapistId(UUID.randomUUID()))),
                new TreatmentId(UUID.randomUUID()),
                new Visit(
                        60,
                        new LocationId(UUID.randomUUID()),
                        ZoneId.of("Europe/Vienna"),
                        new RoomId(UUID.randomUUID()),
                        start,
                        new Money(8900, "EUR")),
                List.of(new Waiver("notice-too-short", "A walk-in.")),
                null,
                null,
                null,
                null,
                false);
    }

    /** As it would be claimed anew, at {@code next} and with one therapist. */
    static Candidate claimed(Appointment before, Visit next, TherapistId therapist, List<Claim> claims) {
        Wish wish = new Wish(
                SWEDISH,
                next.length(),
                new Price(next.agreed(), 0),
                next.locationId(),
                next.start(),
                before.seats(List.of(therapist)),
                null,
                before,
                Set.of(),
                null,
                Fields.OF_MOVE,
                next.start());
        Seating seating = new Seating(List.of(therapist), List.of(new RoomPlace(next.roomId(), 0)));
        return new Candidate(wish, seating, next.zone(), claims, Set.of());
    }
}
