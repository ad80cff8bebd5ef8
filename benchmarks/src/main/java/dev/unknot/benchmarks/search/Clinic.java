package dev.unknot.benchmarks.search;

import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.location.Address;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A location with ten therapists and eight rooms, open every day from 8 to 20. Every other therapist works the ten hours
 * from opening, the others the ten hours to closing.
 *
 * @param resources what claims name the places by
 */
record Clinic(LocationId id, ZoneId zone, List<TherapistId> therapists, List<RoomPlace> places, List<UUID> resources) {

    static final int THERAPISTS = 10;
    static final int ROOMS = 8;
    static final Duration TURNOVER = Duration.ofMinutes(10);

    private static final LocalTime OPENING = LocalTime.of(8, 0);
    private static final LocalTime CLOSING = LocalTime.of(20, 0);
    private static final Duration SHIFT = Duration.ofHours(10);

    static Clinic random(ZoneId zone, Random random) {
        List<TherapistId> therapists = Stream.generate(() -> new TherapistId(id(random)))
                .limit(THERAPISTS)
                .toList();
        List<RoomPlace> places = Stream.generate(() -> new RoomPlace(new RoomId(id(random)), 0))
                .limit(ROOMS)
                .toList();
        List<UUID> resources = places.stream().map(RoomPlace::resourceId).toList();
        return new Clinic(new LocationId(id(random)), zone, therapists, places, resources);
    }

    TimeRange open(LocalDate day) {
        return new TimeRange(
                day.atTime(OPENING).atZone(zone).toInstant(),
                day.atTime(CLOSING).atZone(zone).toInstant());
    }

    TimeRange shift(int therapist, LocalDate day) {
        TimeRange open = open(day);
        return therapist % 2 == 0
                ? TimeRange.of(open.start(), SHIFT)
                : TimeRange.of(open.end().minus(SHIFT), SHIFT);
    }

    LocationSnapshot snapshot(TimeRange horizon, List<LocalDate> days) {
        return new LocationSnapshot(
                id,
                "Prater",
                zone,
                new Address("Hauptallee 1", "1020", "Wien", "AT"),
                "+43 1 234567",
                horizon,
                days.stream().map(this::open).toList(),
                places.stream()
                        .map(place -> new RoomSnapshot(
                                place.roomId(), "Linden", Set.of("table"), 1, (int) TURNOVER.toMinutes(), List.of()))
                        .toList());
    }

    TherapistSnapshot snapshot(int therapist, TimeRange horizon, List<LocalDate> days) {
        return new TherapistSnapshot(
                therapists.get(therapist),
                "Mira",
                therapist % 3 == 0 ? Gender.MALE : Gender.FEMALE,
                Set.of("swedish"),
                null,
                TherapistState.ACTIVE,
                horizon,
                days.stream()
                        .map(day -> new WorkingTime(id, shift(therapist, day)))
                        .toList());
    }

    /** Whose order is the same whether signs are looked at or not. */
    static UUID id(Random random) {
        return new UUID(random.nextLong() >>> 1, random.nextLong() >>> 1);
    }
}
