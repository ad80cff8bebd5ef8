package dev.unknot.booking.availability;

import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.Grid;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * How much of a week therapists are taken, wherever that is, preparation and rest included.
 *
 * @param from first cell of the week
 * @param to first cell after it
 */
record Load(Index index, Ask ask, long from, long to) {

    /** Of the week from Monday to Monday, by the location's calendar, that the start lies in. */
    static Load inWeekOf(Instant start, ZoneId zone, Index index, Ask ask) {
        LocalDate monday = start.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Load(
                index,
                ask,
                Grid.cell(monday.atStartOfDay(zone).toInstant()),
                CellTime.ceil(monday.plusWeeks(1).atStartOfDay(zone).toInstant()));
    }

    /** Those least taken first; among equals by id, so that the order is always the same. */
    List<TherapistId> leastFirst(List<TherapistId> therapists) {
        if (therapists.size() == 1) {
            return therapists;
        }
        Map<TherapistId, Long> taken = new HashMap<>();
        therapists.forEach(therapist -> taken.put(therapist, cells(therapist)));
        return therapists.stream()
                .sorted(Comparator.comparing((TherapistId therapist) -> taken.getOrDefault(therapist, 0L))
                        .thenComparing(TherapistId::value))
                .toList();
    }

    private long cells(TherapistId therapist) {
        Resource resource = index.resource(therapist.value());
        LongAdder cells = new LongAdder();
        if (resource != null) {
            ask.others(resource)
                    .forEach(
                            from,
                            to,
                            ask.now(),
                            stretch -> cells.add(Math.min(stretch.to(), to) - Math.max(stretch.from(), from)));
        }
        return cells.sum();
    }
}
