package dev.unknot.booking.availability;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When a therapist could begin something that is sold, each instant once.
 *
 * @param kept by all rules
 * @param waivable only with soft rules set aside
 */
public record StartTimes(SortedSet<Instant> kept, SortedSet<Instant> waivable) {

    StartTimes() {
        this(new TreeSet<>(), new TreeSet<>());
    }
}
