package dev.unknot.frontdesk.visit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.unknot.common.appointment.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts what a search found into the order a client chooses in: by day, then by time, the therapist they know before any other. */
final class FreeTimes {

    private FreeTimes() {}

    /**
     * @param known slots of the therapist the visit is booked with
     * @param others slots of any therapist, one per start
     * @param present when the visit is now, which is not a time to move to
     */
    static List<FreeDay> byDay(Collection<Slot> known, Collection<Slot> others, Instant present) {
        SortedMap<Instant, Slot> byStart = new TreeMap<>();
        others.forEach(slot -> byStart.put(slot.start(), slot));
        known.forEach(slot -> byStart.put(slot.start(), slot));
        byStart.remove(present);
        SortedMap<LocalDate, List<FreeTime>> days = byStart.values().stream()
                .map(slot -> new FreeTime(slot.start(), slot.localStart(), slot.therapistId()))
                .collect(groupingBy(time -> time.local().toLocalDate(), TreeMap::new, toList()));
        return days.entrySet().stream()
                .map(day -> new FreeDay(day.getKey(), day.getValue()))
                .toList();
    }
}
