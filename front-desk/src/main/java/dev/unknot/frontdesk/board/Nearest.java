package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Picks, of the times at which something would work, the few that are nearest to the one that was wished for. */
final class Nearest {

    /** A whole day, also with every start of it. */
    static final int LOOKED_AT = 300;

    private static final int TOLD = 6;

    private Nearest() {}

    /** In order of time, each once. */
    static List<Instant> of(List<Slot> slots, Instant wished) {
        return slots.stream()
                .map(Slot::start)
                .distinct()
                .filter(start -> !start.equals(wished))
                .sorted(Comparator.comparing((Instant start) ->
                                Duration.between(wished, start).abs())
                        .thenComparing(start -> start))
                .limit(TOLD)
                .sorted()
                .toList();
    }
}
