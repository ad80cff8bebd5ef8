package dev.unknot.frontdesk.board;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session that is to end at another time than agreed on, looked at before it does.
 *
 * @param end on the wall clock of the place; null: not typed yet
 * @param knockOns what it would run into, by start; null: nobody has looked
 */
public record Lateness(@Nullable LocalTime end, @Nullable List<KnockOn> knockOns) {

    /** To be looked at again. */
    public static Lateness unseen(@Nullable LocalTime end) {
        return new Lateness(end, null);
    }

    public boolean seen() {
        return knockOns != null;
    }

    /** Whether what it runs into, if anything, can be moved back. */
    public boolean possible() {
        return knockOns != null && knockOns.stream().allMatch(KnockOn::movable);
    }
}
