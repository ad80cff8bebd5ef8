package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.Slot;
import dev.unknot.common.appointment.SlotExplanation;
import dev.unknot.common.appointment.SlotObstacle;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a day has no time for what is wanted.
 *
 * @param sentence of what most stands in the way
 * @param next the first time after that day; null: none as far as schedules reach
 */
public record NothingFree(String sentence, @Nullable Instant next) {

    /** Empty when there is something after all. */
    static Optional<NothingFree> told(SlotExplanation explanation) {
        SlotObstacle bottleneck = explanation.bottleneck();
        Slot next = explanation.next();
        return bottleneck == null || explanation.slots() > 0
                ? Optional.empty()
                : Optional.of(new NothingFree(bottleneck.sentence(), next == null ? null : next.start()));
    }
}
