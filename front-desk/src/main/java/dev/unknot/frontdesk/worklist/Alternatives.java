package dev.unknot.frontdesk.worklist;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks where an uncovered visit could go: at its own time with somebody else; on its own day with the therapist the client
 * knows, then with anyone; on another day with the known therapist, then with anyone. Among those the nearest in time comes
 * first, at its own place before another. A client has kept that day free; for many it counts more than who treats them.
 */
final class Alternatives {

    static final int MOST = 5;

    private Alternatives() {}

    static List<Slot> ranked(AppointmentView visit, Collection<Slot> found) {
        Map<Key, Slot> distinct = new LinkedHashMap<>();
        found.stream()
                .filter(slot -> !isWhereItIs(slot, visit))
                .forEach(slot ->
                        distinct.putIfAbsent(new Key(slot.start(), slot.locationId(), slot.therapistId()), slot));
        return distinct.values().stream()
                .sorted(Comparator.comparing((Slot slot) -> rank(slot, visit))
                        .thenComparing(slot -> distance(slot, visit))
                        .thenComparing(slot -> !slot.locationId().equals(visit.locationId()))
                        .thenComparing(Slot::start))
                .limit(MOST)
                .toList();
    }

    static boolean knows(Slot slot, AppointmentView visit) {
        return visit.participants().getFirst().therapistId().equals(slot.therapistId());
    }

    private static int rank(Slot slot, AppointmentView visit) {
        boolean here = slot.locationId().equals(visit.locationId());
        if (slot.start().equals(visit.start()) && here) {
            return 0;
        }
        boolean sameDay =
                slot.localStart().toLocalDate().equals(visit.localStart().toLocalDate());
        return (sameDay ? 1 : 3) + (knows(slot, visit) ? 0 : 1);
    }

    private static Duration distance(Slot slot, AppointmentView visit) {
        return Duration.between(visit.start(), slot.start()).abs();
    }

    private static boolean isWhereItIs(Slot slot, AppointmentView visit) {
        return slot.start().equals(visit.start())
                && slot.locationId().equals(visit.locationId())
                && slot.roomId().equals(visit.roomId())
                && knows(slot, visit);
    }

    private record Key(Instant start, Object location, Object therapist) {}
}
