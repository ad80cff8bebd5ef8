package dev.unknot.common.appointment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a search for slots finds what it finds. It looks at every start in the range that is on the cadence, the treatment's or
 * the location's own, once with each therapist who comes into question.
 *
 * @param candidates how many starts that were
 * @param slots how many the search offers, without limit
 * @param found the share that can be booked; with those of the obstacles it makes 1, unless there was nothing to look at
 * @param obstacles in the order in which rules are applied
 * @param bottleneck the one of them that most stands in the way; null: nothing does
 * @param next the earliest slot after the range; null: there is none as far as schedules reach
 */
public record SlotExplanation(
        long candidates,
        long slots,
        double found,
        List<SlotObstacle> obstacles,
        @Nullable SlotObstacle bottleneck,
        @Nullable Slot next) {

    public SlotExplanation {
        obstacles = List.copyOf(obstacles);
    }
}
