package dev.unknot.booking.availability;

import dev.unknot.common.appointment.ObstacleKind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a search finds what it finds. It looks at every start on the cadence with every therapist who comes into question, or
 * with nobody where there is none; each is either found or stopped by the first rule against it.
 *
 * @param candidates how many there are
 * @param found how many of them can be booked
 * @param slots how many the search would offer, without limit
 * @param obstacles in the order of the rules, each of which stops at least one
 * @param bottleneck the rule that alone stops most; if each is stopped by several, the one that stops most for want of a
 *     therapist, a room or the client's time, else the one that stops most; null: nothing is stopped
 * @param next the earliest opening after the range; null: there is none within the horizon
 */
public record Explanation(
        long candidates,
        long found,
        long slots,
        List<Obstacle> obstacles,
        @Nullable Obstacle bottleneck,
        @Nullable Opening next) {

    public Explanation {
        obstacles = List.copyOf(obstacles);
    }

    /**
     * A rule that stands in the way.
     *
     * @param stopped candidates of which it is the first to stop them
     * @param alone candidates that nothing else would stop
     */
    public record Obstacle(Rule rule, long stopped, long alone) {

        /** Rules are named for whom or what they look at. */
        public ObstacleKind kind() {
            return Arrays.stream(ObstacleKind.values())
                    .filter(kind -> rule.name().startsWith(kind.name() + "_"))
                    .findFirst()
                    .orElse(ObstacleKind.RULE);
        }

        /** Whether it is a want of somebody's or something's time. */
        boolean scarcity() {
            return kind() != ObstacleKind.LOCATION && kind() != ObstacleKind.RULE;
        }
    }
}
