package dev.unknot.booking.availability;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A therapist's working time as cells, apart for each location.
 *
 * @param lastDay on which they work; null: they stay
 * @param from first cell of the horizon
 * @param to first cell after it
 * @param closed when they would work, were the location not closed
 * @param away when they would work, were they not away
 */
record TherapistTime(
        TherapistId id,
        long version,
        Resource resource,
        boolean active,
        Gender gender,
        Set<String> skills,
        @Nullable LocalDate licensedUntil,
        @Nullable LocalDate lastDay,
        long from,
        long to,
        Map<LocationId, Cells> working,
        Map<LocationId, Cells> closed,
        Map<LocationId, Cells> away) {

    static TherapistTime of(TherapistSnapshot therapist, long version, Resource resource) {
        return new TherapistTime(
                therapist.id(),
                version,
                resource,
                therapist.state() == TherapistState.ACTIVE,
                therapist.gender(),
                therapist.skills(),
                therapist.licensedUntil(),
                therapist.lastDay(),
                CellTime.ceil(therapist.horizon().start()),
                Grid.cell(therapist.horizon().end()),
                byLocation(therapist.horizon(), therapist.workingTime()),
                byLocation(therapist.horizon(), therapist.closed()),
                byLocation(therapist.horizon(), therapist.timeOff()));
    }

    private static Map<LocationId, Cells> byLocation(TimeRange horizon, List<WorkingTime> times) {
        return times.stream()
                .collect(collectingAndThen(
                        groupingBy(WorkingTime::locationId, mapping(WorkingTime::during, toList())),
                        byLocation -> byLocation.entrySet().stream()
                                .collect(toUnmodifiableMap(
                                        Map.Entry::getKey, entry -> Cells.inside(horizon, entry.getValue())))));
    }

    /** As though they were taken as the other is. */
    TherapistTime with(Resource other) {
        return new TherapistTime(
                id, version, other, active, gender, skills, licensedUntil, lastDay, from, to, working, closed, away);
    }

    Cells workingAt(LocationId location) {
        return working.getOrDefault(location, Cells.NONE);
    }

    Cells awayFrom(LocationId location) {
        return away.getOrDefault(location, Cells.NONE);
    }

    Cells closedAt(LocationId location) {
        return closed.getOrDefault(location, Cells.NONE);
    }
}
