package dev.unknot.booking.availability;

import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/** A stretch of the world's time painted minute by minute. */
final class Minutes {

    private final long first;
    private final boolean[] painted;

    Minutes(TimeRange bounds) {
        first = minute(bounds.start());
        painted = new boolean[(int) (minute(bounds.end()) - first)];
    }

    Minutes paint(TimeRange range) {
        for (long minute = minute(range.start()); minute < minute(range.end()); minute++) {
            if (minute >= first && minute < first + painted.length) {
                painted[(int) (minute - first)] = true;
            }
        }
        return this;
    }

    boolean all(Instant from, Instant to) {
        return every(from, to, this::at);
    }

    boolean none(Instant from, Instant to) {
        return every(from, to, minute -> !at(minute));
    }

    static boolean every(Instant from, Instant to, LongPredicate holds) {
        return LongStream.range(minute(from), minute(to)).allMatch(holds);
    }

    static long minute(Instant instant) {
        return instant.getEpochSecond() / 60;
    }

    private boolean at(long minute) {
        return minute >= first && minute < first + painted.length && painted[(int) (minute - first)];
    }
}
