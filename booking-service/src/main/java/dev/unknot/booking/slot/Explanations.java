package dev.unknot.booking.slot;

import dev.unknot.booking.availability.Explanation;
import dev.unknot.booking.availability.Explanation.Obstacle;
import dev.unknot.booking.availability.Opening;
import dev.unknot.common.appointment.Slot;
import dev.unknot.common.appointment.SlotExplanation;
import dev.unknot.common.appointment.SlotObstacle;
import java.util.function.Function;

/** An explanation in shares of all starts. */
final class Explanations {

    private Explanations() {}

    static SlotExplanation told(Explanation explanation, Function<Opening, Slot> slot) {
        long all = explanation.candidates();
        Obstacle bottleneck = explanation.bottleneck();
        Opening next = explanation.next();
        return new SlotExplanation(
                all,
                explanation.slots(),
                share(explanation.found(), all),
                explanation.obstacles().stream().map(each -> told(each, all)).toList(),
                bottleneck == null ? null : told(bottleneck, all),
                next == null ? null : slot.apply(next));
    }

    private static SlotObstacle told(Obstacle obstacle, long all) {
        return new SlotObstacle(
                obstacle.rule().code(),
                obstacle.kind(),
                obstacle.rule().sentence(),
                share(obstacle.stopped(), all),
                obstacle.alone());
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : (double) part / all;
    }
}
