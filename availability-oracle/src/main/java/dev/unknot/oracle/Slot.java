package dev.unknot.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** Somebody who could give the session somewhere at some time. Ordered by start, then location, then therapist. */
public record Slot(Instant start, String locationId, String therapistId) implements Comparable<Slot> {

    private static final Comparator<Slot> ORDER =
            Comparator.comparing(Slot::start).thenComparing(Slot::locationId).thenComparing(Slot::therapistId);

    @Override
    public int compareTo(Slot other) {
        return ORDER.compare(this, other);
    }

    public Slot later(Duration by) {
        return new Slot(start.plus(by), locationId, therapistId);
    }
}
