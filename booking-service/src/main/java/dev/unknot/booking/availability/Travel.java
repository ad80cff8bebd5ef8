package dev.unknot.booking.availability;

import dev.unknot.common.time.Grid;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long people are on their way from one location to another: as the crow flies, at one speed, and a fixed part for
 * leaving and arriving, rounded up to the grid. Nobody is on the way to where they are, nor where either end is unknown.
 *
 * @param kilometresPerHour more than 0
 * @param fixed not negative
 * @param longest by then one gets anywhere; 1 day at most
 */
public record Travel(double kilometresPerHour, Duration fixed, Duration longest) {

    public static final Travel USUAL = new Travel(30, Duration.ofMinutes(10), Duration.ofHours(12));

    private static final double SECONDS_OF_AN_HOUR = 3600;

    public Travel {
        if (!(kilometresPerHour > 0)) {
            throw new IllegalArgumentException("a speed is more than 0 km/h, but was " + kilometresPerHour);
        }
        if (fixed.isNegative() || longest.isNegative() || longest.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "travel takes 0 to 24 hours, but was " + fixed + " and at most " + longest);
        }
    }

    /** In cells. */
    int between(@Nullable Coordinates from, @Nullable Coordinates to) {
        if (from == null || to == null) {
            return 0;
        }
        double seconds = fixed.toSeconds() + from.kilometresTo(to) / kilometresPerHour * SECONDS_OF_AN_HOUR;
        double cells = Math.ceil(Math.min(seconds, longest.toSeconds()) / Grid.CELL.toSeconds());
        return (int) cells;
    }

    /** In cells: none is further apart. */
    int most() {
        return CellTime.ofMinutes(Math.toIntExact(longest.toMinutes()));
    }
}
