package dev.unknot.common.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/** The five-minute grid on which all starts, durations and buffers lie. */
public final class Grid {

    /** Length of one cell in minutes. */
    public static final int MINUTES = 5;

    public static final Duration CELL = Duration.ofMinutes(MINUTES);

    private static final long SECONDS = CELL.toSeconds();

    private Grid() {}

    /** Whole cells since 1970-01-01T00:00Z, rounded down. */
    public static long cell(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS);
    }

    public static Instant instant(long cell) {
        return Instant.ofEpochSecond(cell * SECONDS);
    }

    public static boolean fits(Instant instant) {
        return instant.getNano() == 0 && instant.getEpochSecond() % SECONDS == 0;
    }

    public static boolean fits(LocalTime time) {
        return time.toNanoOfDay() % CELL.toNanos() == 0;
    }

    public static boolean fits(int minutes) {
        return minutes % MINUTES == 0;
    }
}
