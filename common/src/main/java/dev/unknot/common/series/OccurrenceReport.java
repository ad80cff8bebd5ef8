package dev.unknot.common.series;

import dev.unknot.common.appointment.Slot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change did to one occurrence it was about.
 *
 * @param reason why it was refused or left as it was; null when changed
 * @param alternates times near the one refused that could be booked, the nearest first, at most three
 */
public record OccurrenceReport(
        int number, Outcome outcome, @Nullable OccurrenceRefusal reason, List<Slot> alternates) {

    /** How it ended. */
    public enum Outcome {
        CHANGED,

        /** It was not to be touched: past, begun, called off, moved by hand, or already like that. */
        LEFT,

        /** The rules are against it; it stands as before. */
        REFUSED
    }
}
