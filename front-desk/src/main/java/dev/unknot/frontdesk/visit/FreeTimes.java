package dev.unknot.frontdesk.visit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import dev.unknot.common.appointment.Slot;
import dev.unknot.common.therapist.TherapistId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts what a search found into the order a client chooses in: by day, the therapist they know before any other, by time. */
final class FreeTimes {

    private FreeTimes() {}

    /**
     * @param withKnown slots of the therapist the visit is booked with
     * @param withAnyone slots of any therapist, one per start
     * @param present when the visit is now, which is not a time to move to
     */
    static List<FreeDay> byDay(
            TherapistId known, Collection<Slot> withKnown, Collection<Slot> withAnyone, Instant present) {
        SortedMap<Instant, Slot> byStart = new TreeMap<>();
        withAnyone.forEach(slot -> byStart.put(slot.start(), slot));
        withKnown.forEach(slot -> byStart.put(slot.start(), slot));
        byStart.remove(present);
        SortedMap<LocalDate, List<FreeTime>> days = byStart.values().stream()
                .map(slot -> new FreeTime(slot.start(), slot.localStart(), slot.therapistId()))
                .collect(groupingBy(time -> time.local().toLocalDate(), TreeMap::new, toList()));
        return days.entrySet().stream()
                .map(day -> day(day.getKey(), day.getValue(), known))
                .toList();
    }

    private static FreeDay day(LocalDate date, List<FreeTime> times, TherapistId known) {
        Map<Boolean, List<FreeTime>> split =
                times.stream().collect(partitioningBy(time -> time.therapistId().equals(known)));
        return new FreeDay(date, split.getOrDefault(true, List.of()), split.getOrDefault(false, List.of()));
    }
}
