package dev.unknot.booking.slot;

import dev.unknot.common.client.CreateClient;
import dev.unknot.common.location.Address;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.money.Money;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.Approach;
import dev.unknot.common.treatment.CreateTreatment;
import dev.unknot.common.treatment.Offer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A practice in Kolkata, half an hour off every full hour of UTC: open and at work on one day from 9 to 12, one room. */
record Practice(LocationId id, RoomId room, TherapistId asha, LocalDate day) {

    static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    static Practice onTheThirdDayFrom(Instant now) {
        return new Practice(
                new LocationId(UUID.randomUUID()),
                new RoomId(UUID.randomUUID()),
                new TherapistId(UUID.randomUUID()),
                now.atZone(ZONE).toLocalDate().plusDays(3));
    }

    /** Another, with rooms and people of its own. */
    Practice andNextDoor() {
        return new Practice(
                new LocationId(UUID.randomUUID()),
                new RoomId(UUID.randomUUID()),
                new TherapistId(UUID.randomUUID()),
                day);
    }

    Instant at(int hour, int minute) {
        return day.atTime(hour, minute).atZone(ZONE).toInstant();
    }

    LocationSnapshot location() {
        return locationWithPlaces(1);
    }

    LocationSnapshot locationWithPlaces(int places) {
        return new LocationSnapshot(
                id,
                "Park Street",
                ZONE,
                new Address("Park Street 1", "700016", "Kolkata", "IN"),
                "+91 33 22272727",
                horizon(),
                List.of(morning()),
                List.of(new RoomSnapshot(room, "Banyan", Set.of("floor-mat"), places, 10, List.of())));
    }

    TherapistSnapshot therapist() {
        return therapistAt(id);
    }

    TherapistSnapshot therapistAt(LocationId location) {
        return new TherapistSnapshot(
                asha,
                "Asha",
                Gender.FEMALE,
                Set.of("shiatsu"),
                null,
                TherapistState.ACTIVE,
                horizon(),
                List.of(new WorkingTime(location, morning())));
    }

    /** Closed from noon to three; the room is out of use until ten. */
    LocationSnapshot locationClosedInTheAfternoon() {
        LocationSnapshot usual = location();
        return new LocationSnapshot(
                id,
                usual.name(),
                ZONE,
                usual.address(),
                usual.phone(),
                usual.horizon(),
                usual.open(),
                List.of(new RoomSnapshot(
                        room, "Banyan", Set.of("floor-mat"), 1, 10, List.of(new TimeRange(at(9, 0), at(10, 0))))),
                List.of(afternoon()),
                null);
    }

    /** At work until eleven, away until noon. */
    TherapistSnapshot therapistAwayFromEleven() {
        TherapistSnapshot usual = therapist();
        return new TherapistSnapshot(
                asha,
                usual.name(),
                usual.gender(),
                usual.skills(),
                null,
                usual.state(),
                usual.horizon(),
                List.of(new WorkingTime(id, new TimeRange(at(9, 0), at(11, 0)))),
                List.of(new WorkingTime(id, afternoon())),
                List.of(new WorkingTime(id, new TimeRange(at(11, 0), at(12, 0)))));
    }

    /** An hour, every half hour, booked an hour ahead; five minutes of preparation and ten of rest. */
    static CreateTreatment shiatsu() {
        return new CreateTreatment(
                Approach.SHIATSU,
                "Shiatsu",
                List.of(new Offer(60, new Money(250_000, "INR"))),
                5,
                10,
                "shiatsu",
                "floor-mat",
                30,
                60);
    }

    static CreateClient client() {
        return new CreateClient("Ravi", UUID.randomUUID() + "@example.org", null, "en");
    }

    String slots(String treatment) {
        return "/api/v1/slots?treatment=" + treatment + "&minutes=60&location=" + id + "&from=" + at(0, 0) + "&to="
                + at(23, 0);
    }

    private TimeRange morning() {
        return new TimeRange(at(9, 0), at(12, 0));
    }

    private TimeRange afternoon() {
        return new TimeRange(at(12, 0), at(15, 0));
    }

    private TimeRange horizon() {
        return TimeRange.of(at(0, 0).minus(Duration.ofDays(3)), Duration.ofDays(14));
    }
}
