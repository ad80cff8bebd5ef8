package dev.unknot.booking.availability;

import static java.util.stream.Collectors.groupingBy;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;
import dev.unknot.oracle.World;
import dev.unknot.oracle.announcement.Announcements;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A world that says of some of the gaps in its hours why there is nothing; that changes nothing of what can be booked. */
record Absences(World world) {

    List<LocationSnapshot> locations() {
        return new Announcements(world)
                .locations().stream()
                        .map(location -> with(location, gaps(location.horizon(), location.open(), 0)))
                        .toList();
    }

    List<TherapistSnapshot> therapists() {
        return new Announcements(world).therapists().stream().map(this::with).toList();
    }

    private TherapistSnapshot with(TherapistSnapshot therapist) {
        Map<LocationId, List<WorkingTime>> byLocation =
                therapist.workingTime().stream().collect(groupingBy(WorkingTime::locationId));
        List<WorkingTime> closed = new ArrayList<>();
        List<WorkingTime> timeOff = new ArrayList<>();
        byLocation.forEach((location, shifts) -> {
            List<TimeRange> worked = shifts.stream().map(WorkingTime::during).toList();
            gaps(therapist.horizon(), worked, 0).forEach(gap -> closed.add(new WorkingTime(location, gap)));
            gaps(therapist.horizon(), worked, 1).forEach(gap -> timeOff.add(new WorkingTime(location, gap)));
        });
        return with(therapist, therapist.workingTime(), closed, timeOff);
    }

    /** As they would be if none of them were away. */
    List<TherapistSnapshot> neverAway() {
        return therapists().stream()
                .map(therapist -> with(
                        therapist,
                        Stream.concat(therapist.workingTime().stream(), therapist.timeOff().stream())
                                .toList(),
                        therapist.closed(),
                        List.of()))
                .toList();
    }

    private static TherapistSnapshot with(
            TherapistSnapshot therapist,
            List<WorkingTime> working,
            List<WorkingTime> closed,
            List<WorkingTime> timeOff) {
        return new TherapistSnapshot(
                therapist.id(),
                therapist.name(),
                therapist.gender(),
                therapist.skills(),
                therapist.licensedUntil(),
                therapist.state(),
                therapist.horizon(),
                working,
                closed,
                timeOff);
    }

    private static LocationSnapshot with(LocationSnapshot location, List<TimeRange> closed) {
        return new LocationSnapshot(
                location.id(),
                location.name(),
                location.zone(),
                location.address(),
                location.phone(),
                location.horizon(),
                location.open(),
                location.rooms(),
                closed,
                null);
    }

    private static boolean onGrid(Instant start, Instant end) {
        return Grid.fits(start) && Grid.fits(end);
    }

    /** Every third of those that are, as closures and times off are, on the grid, from the given one on. */
    private static List<TimeRange> gaps(TimeRange horizon, List<TimeRange> ranges, int first) {
        List<TimeRange> gaps = new ArrayList<>();
        Instant from = horizon.start();
        int number = 0;
        for (TimeRange range :
                ranges.stream().sorted(Comparator.comparing(TimeRange::start)).toList()) {
            if (from.isBefore(range.start()) && onGrid(from, range.start()) && number++ % 3 == first) {
                gaps.add(new TimeRange(from, range.start()));
            }
            from = from.isAfter(range.end()) ? from : range.end();
        }
        if (from.isBefore(horizon.end()) && onGrid(from, horizon.end()) && number % 3 == first) {
            gaps.add(new TimeRange(from, horizon.end()));
        }
        return gaps;
    }
}
