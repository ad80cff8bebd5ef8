package dev.unknot.booking.supply;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** A practice with one room of two places, open from 6 to 20 o'clock UTC, where its therapists work from 7 to 19. */
final class Neubau {

    static final int DAYS = 180;
    private static final ZoneId ZONE = ZoneId.of("Europe/Vienna");

    final LocationId id = new LocationId(UUID.randomUUID());
    final TherapistId mira = new TherapistId(UUID.randomUUID());

    private final RoomId room = new RoomId(UUID.randomUUID());
    private final Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);

    /** Ten o'clock, far enough ahead for any notice. */
    Instant ten() {
        return today.plus(Duration.ofDays(3)).plus(Duration.ofHours(10));
    }

    LocationSnapshot open() {
        return location(any -> true, 2);
    }

    LocationSnapshot closedThatDay() {
        return location(hours -> !hours.contains(ten()), 2);
    }

    LocationSnapshot withoutRoom() {
        return location(any -> true, 0);
    }

    TherapistSnapshot working() {
        return working(mira);
    }

    TherapistSnapshot working(TherapistId therapist) {
        return therapist(therapist, horizon(DAYS), any -> true);
    }

    TherapistSnapshot awayThatDay() {
        return awayThatDay(mira);
    }

    TherapistSnapshot awayThatDay(TherapistId therapist) {
        return therapist(therapist, horizon(DAYS), hours -> !hours.contains(ten()));
    }

    TherapistSnapshot awayForGood() {
        return therapist(mira, horizon(DAYS), any -> false);
    }

    /** Published two days ahead only. */
    TherapistSnapshot knownUntilTheDayBefore() {
        return therapist(mira, horizon(2), any -> true);
    }

    /** As therapist-service tells it: no working time after the last day, and the day. */
    TherapistSnapshot leavingAfter(LocalDate lastDay) {
        Instant gone = lastDay.plusDays(1).atStartOfDay(ZONE).toInstant();
        TherapistSnapshot until =
                therapist(mira, horizon(DAYS), hours -> hours.start().isBefore(gone));
        return new TherapistSnapshot(
                until.id(),
                until.name(),
                until.gender(),
                until.skills(),
                until.licensedUntil(),
                until.state(),
                until.horizon(),
                until.workingTime(),
                until.closed(),
                until.timeOff(),
                lastDay);
    }

    LocalDate thatDay() {
        return LocalDate.ofInstant(ten(), ZONE);
    }

    private TimeRange horizon(int days) {
        return TimeRange.of(today, Duration.ofDays(days));
    }

    private LocationSnapshot location(Predicate<TimeRange> kept, int places) {
        return new LocationSnapshot(
                id,
                "Neubau",
                ZONE,
                new Address("Lindengasse 1", "1070", "Wien", "AT"),
                "+4315261234",
                horizon(DAYS),
                eachDay(DAYS, 6, 20).stream().filter(kept).toList(),
                places == 0 ? List.of() : List.of(new RoomSnapshot(room, "One", Set.of(), places, 10, List.of())));
    }

    private TherapistSnapshot therapist(TherapistId therapist, TimeRange horizon, Predicate<TimeRange> kept) {
        return new TherapistSnapshot(
                therapist,
                "Mira Novak",
                Gender.FEMALE,
                Set.of(),
                null,
                TherapistState.ACTIVE,
                horizon,
                eachDay((int) horizon.length().toDays(), 7, 19).stream()
                        .filter(kept)
                        .map(during -> new WorkingTime(id, during))
                        .toList());
    }

    private List<TimeRange> eachDay(int days, int fromHour, int toHour) {
        return LongStream.range(0, days)
                .mapToObj(day -> today.plus(Duration.ofDays(day)))
                .map(day -> new TimeRange(day.plus(Duration.ofHours(fromHour)), day.plus(Duration.ofHours(toHour))))
                .toList();
    }
}
