package dev.unknot.booking.availability;

import static dev.unknot.booking.availability.Clinic.DAY;
import static dev.unknot.booking.availability.Clinic.HORIZON;
import static dev.unknot.booking.availability.Clinic.MONDAY;
import static dev.unknot.booking.availability.Clinic.ZONE;
import static dev.unknot.booking.availability.Clinic.monday;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unknot.common.location.Address;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clinics in Vienna, Linz and Graz, and one of which nobody has said where it is; all alike on two days. */
class NearbyTest {

    private static final LocationId NOWHERE = new LocationId(new UUID(1, 0));
    private static final LocationId GRAZ = new LocationId(new UUID(1, 1));
    private static final LocationId LINZ = new LocationId(new UUID(1, 2));
    private static final LocationId VIENNA = new LocationId(new UUID(1, 3));

    private final Availability availability = new Availability();

    @BeforeEach
    void open() {
        open(VIENNA, 48.2082, 16.3738);
        open(LINZ, 48.3069, 14.2858);
        open(GRAZ, 47.0707, 15.4395);
        open(NOWHERE, null, null);
    }

    @Test
    void distanceIsThatOfTheCrow() {
        assertThat(availability.distance(VIENNA, LINZ).orElseThrow()).isCloseTo(155, within(1.0));
        assertThat(availability.distance(GRAZ, VIENNA).orElseThrow()).isCloseTo(145, within(1.0));
        assertThat(availability.distance(VIENNA, VIENNA)).hasValue(0);
        assertThat(availability.distance(VIENNA, NOWHERE)).isEmpty();
    }

    @Test
    void eachDayBeginsWithTheNearestAndEndsWithWhoseDistanceNobodyKnows() {
        List<Opening> found = availability.search(twoDays(1_000, null));

        assertThat(found.stream().map(NearbyTest::dayAndPlace).distinct())
                .containsExactly(
                        "1 LINZ", "1 VIENNA", "1 GRAZ", "1 NOWHERE", "2 LINZ", "2 VIENNA", "2 GRAZ", "2 NOWHERE");
        assertThat(found.subList(0, found.size() / 8))
                .isSortedAccordingTo((one, other) ->
                        one.session().start().compareTo(other.session().start()));
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrOverlap() {
        List<Opening> all = availability.search(twoDays(1_000, null));
        List<Opening> read = new ArrayList<>();
        SlotQuery.After last = null;
        do {
            List<Opening> page = availability.search(twoDays(7, last));
            read.addAll(page);
            last = page.isEmpty()
                    ? null
                    : new SlotQuery.After(
                            page.getLast().session().start(), page.getLast().location());
        } while (last != null && read.size() < 2 * all.size());

        assertThat(read).isEqualTo(all);
    }

    private static SlotQuery twoDays(int limit, SlotQuery.@Nullable After after) {
        SlotQuery monday = monday();
        return new SlotQuery(
                        monday.treatment(),
                        60,
                        null,
                        null,
                        null,
                        null,
                        null,
                        monday.from(),
                        monday.to().plus(Duration.ofDays(1)),
                        after,
                        limit,
                        Set.of(),
                        monday.now())
                .preferring(new Preferences(Set.of(), null, LINZ, Ranking.EARLIEST));
    }

    private static String dayAndPlace(Opening opening) {
        int day = opening.session().start().atZone(ZONE).getDayOfMonth();
        return day - MONDAY.getDayOfMonth() + 1 + " "
                + List.of("NOWHERE", "GRAZ", "LINZ", "VIENNA")
                        .get((int) opening.location().value().getLeastSignificantBits());
    }

    private void open(LocationId id, @Nullable Double latitude, @Nullable Double longitude) {
        List<TimeRange> open = List.of(
                DAY,
                new TimeRange(DAY.start().plus(Duration.ofDays(1)), DAY.end().plus(Duration.ofDays(1))));
        UUID number = id.value();
        RoomSnapshot room = new RoomSnapshot(new RoomId(number), "Linden", Set.of("table"), 1, 10, List.of());
        Address address = new Address("Hauptplatz 1", "1010", "Wien", "AT", latitude, longitude);
        availability.learn(
                new LocationSnapshot(id, "Hauptplatz", ZONE, address, "+43 1 234567", HORIZON, open, List.of(room)), 1);
        availability.learn(
                Clinic.therapist(
                        new TherapistId(number),
                        TherapistState.ACTIVE,
                        Set.of("swedish"),
                        null,
                        open.stream().map(day -> new WorkingTime(id, day)).toList()),
                1);
    }
}
