package dev.unknot.booking.availability;

import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.time.TimeRange;
import dev.unknot.oracle.Appointment;
import dev.unknot.oracle.World;
import dev.unknot.oracle.announcement.Announcements;
import dev.unknot.oracle.announcement.Names;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Counts the minutes of gaps that a booking would leave and nobody can sell, five minutes at a time. */
record GapCount(World world, Announcements announced, SlotQuery query) {

    private static final Duration STEP = Duration.ofMinutes(5);

    GapCount(World world, SlotQuery query) {
        this(world, new Announcements(world), query);
    }

    long leftBy(Opening opening) {
        TherapistSnapshot therapist = announced.therapists().stream()
                .filter(one -> one.id().equals(opening.therapist()))
                .findFirst()
                .orElseThrow();
        LocationSnapshot location = announced.locations().stream()
                .filter(one -> one.id().equals(opening.location()))
                .findFirst()
                .orElseThrow();
        RoomSnapshot room = location.rooms().stream()
                .filter(one -> one.id().equals(opening.place().roomId()))
                .findFirst()
                .orElseThrow();
        TimeRange session = opening.session();
        Duration before = Duration.ofMinutes(query.treatment().beforeMinutes());
        Duration after = Duration.ofMinutes(query.treatment().afterMinutes());
        Duration turnover = Duration.ofMinutes(room.turnoverMinutes());
        return around(session.padded(before, after), step -> atWork(therapist, location, step))
                + around(
                        session.padded(Duration.ZERO, turnover),
                        step -> usable(location, room, opening.place().number(), step));
    }

    private long around(TimeRange claim, Predicate<TimeRange> free) {
        Duration shortest = claim.length();
        return tooShort(shortest, free, claim.start().minus(STEP), STEP.negated())
                + tooShort(shortest, free, claim.end(), STEP);
    }

    private long tooShort(Duration shortest, Predicate<TimeRange> free, Instant from, Duration step) {
        Duration gap = Duration.ZERO;
        for (Instant at = from; gap.compareTo(shortest) < 0; at = at.plus(step)) {
            if (at.isBefore(query.now()) || !free.test(TimeRange.of(at, STEP))) {
                return gap.toMinutes();
            }
            gap = gap.plus(STEP);
        }
        return 0;
    }

    private boolean atWork(TherapistSnapshot therapist, LocationSnapshot location, TimeRange step) {
        return within(
                        step,
                        therapist.workingTime().stream()
                                .filter(work -> work.locationId().equals(location.id()))
                                .map(work -> work.during())
                                .toList())
                && standing()
                        .noneMatch(one -> one.therapist() != null
                                && Names.therapist(one.therapist()).equals(therapist.id())
                                && new TimeRange(one.start(), one.end())
                                        .padded(Duration.ofMinutes(one.before()), Duration.ofMinutes(one.after()))
                                        .overlaps(step));
    }

    private boolean usable(LocationSnapshot location, RoomSnapshot room, int place, TimeRange step) {
        return within(step, location.open())
                && room.outages().stream().noneMatch(step::overlaps)
                && standing()
                        .noneMatch(one -> one.room() != null
                                && Names.room(one.room()).equals(room.id())
                                && one.place() == place
                                && new TimeRange(one.start(), one.end())
                                        .padded(Duration.ZERO, Duration.ofMinutes(one.turnover()))
                                        .overlaps(step));
    }

    private Stream<Appointment> standing() {
        return world.appointments().stream()
                .filter(one -> one.expiresAt() == null || query.now().isBefore(one.expiresAt()))
                .filter(one ->
                        one.id() == null || !one.id().equals(world.query().moving()));
    }

    /** Ranges that touch count as one. */
    private static boolean within(TimeRange step, List<TimeRange> ranges) {
        for (Instant at = step.start(); at.isBefore(step.end()); at = at.plusSeconds(60)) {
            TimeRange minute = TimeRange.of(at, Duration.ofMinutes(1));
            if (ranges.stream().noneMatch(range -> range.overlaps(minute))) {
                return false;
            }
        }
        return true;
    }
}
