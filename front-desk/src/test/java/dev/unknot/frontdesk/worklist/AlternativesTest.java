package dev.unknot.frontdesk.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Slot;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.frontdesk.Kreuzberg;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlternativesTest {

    private static final Instant TEN = Instant.parse("2026-11-26T09:00:00Z");
    private static final LocationId MITTE = new LocationId(new UUID(0, 9));

    private final AppointmentView visit =
            Kreuzberg.visit(Kreuzberg.anId(), 3, AppointmentStatus.BOOKED, TEN, Kreuzberg.MIRA);

    @Test
    void somebodyElseAtTheSameTimeComesFirstThenTheKnownTherapistThenAnyone() {
        Slot jonasNow = slot(0, Kreuzberg.JONAS, Kreuzberg.ID);
        Slot miraLater = slot(5, Kreuzberg.MIRA, Kreuzberg.ID);
        Slot jonasSoon = slot(1, Kreuzberg.JONAS, Kreuzberg.ID);

        assertThat(Alternatives.ranked(visit, List.of(jonasSoon, miraLater, jonasNow)))
                .containsExactly(jonasNow, miraLater, jonasSoon);
    }

    @Test
    void theSameDayWithAnybodyComesBeforeAnotherDayWithTheKnownTherapist() {
        Slot miraInTwoDays = slot(48, Kreuzberg.MIRA, Kreuzberg.ID);
        Slot jonasInTwoDays = slot(49, Kreuzberg.JONAS, Kreuzberg.ID);
        Slot jonasSameDay = slot(6, Kreuzberg.JONAS, Kreuzberg.ID);

        assertThat(Alternatives.ranked(visit, List.of(jonasInTwoDays, miraInTwoDays, jonasSameDay)))
                .containsExactly(jonasSameDay, miraInTwoDays, jonasInTwoDays);
    }

    @Test
    void theKnownTherapistsNearestTimeComesFirstBeforeOrAfter() {
        Slot dayBefore = slot(-20, Kreuzberg.MIRA, Kreuzberg.ID);
        Slot nextDay = slot(24, Kreuzberg.MIRA, Kreuzberg.ID);
        Slot sameHourElsewhere = slot(0, Kreuzberg.MIRA, MITTE);

        assertThat(Alternatives.ranked(visit, List.of(nextDay, dayBefore, sameHourElsewhere)))
                .containsExactly(sameHourElsewhere, dayBefore, nextDay);
    }

    @Test
    void whatSeveralSearchesFoundIsOfferedOnceAndNoMoreThanFiveAre() {
        List<Slot> hours = IntStream.rangeClosed(1, 8)
                .mapToObj(hour -> slot(hour, Kreuzberg.JONAS, Kreuzberg.ID))
                .toList();

        assertThat(Alternatives.ranked(
                        visit,
                        Collections.nCopies(2, hours).stream()
                                .flatMap(List::stream)
                                .toList()))
                .containsExactlyElementsOf(hours.subList(0, 5));
    }

    @Test
    void anotherRoomAtTheSameTimeIsAWayOutAndTheVisitAsItIsIsNot() {
        Slot asItIs = slot(0, Kreuzberg.MIRA, Kreuzberg.ID);
        Slot nextDoor = new Slot(
                asItIs.start(),
                asItIs.end(),
                asItIs.zone(),
                asItIs.localStart(),
                asItIs.locationId(),
                asItIs.therapistId(),
                new RoomId(new UUID(0, 7)),
                asItIs.price());

        assertThat(Alternatives.ranked(visit, List.of(asItIs, nextDoor))).containsExactly(nextDoor);
    }

    private static Slot slot(int hoursLater, TherapistId therapist, LocationId location) {
        Instant start = TEN.plus(Duration.ofHours(hoursLater));
        Slot slot = Kreuzberg.slots(therapist, start).items().getFirst();
        return new Slot(
                slot.start(),
                slot.end(),
                slot.zone(),
                slot.localStart(),
                location,
                therapist,
                slot.roomId(),
                slot.price());
    }
}
