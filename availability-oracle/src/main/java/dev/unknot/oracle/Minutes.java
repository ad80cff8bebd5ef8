package dev.unknot.oracle;

import java.time.Instant;

/** A stretch of time painted minute by minute; beyond it nothing is painted. */
final class Minutes {

    private final long first;
    private final boolean[] painted;

    Minutes(long from, long to) {
        first = from;
        painted = new boolean[Math.toIntExact(to - from)];
    }

    void paint(long from, long to) {
        for (long minute = Math.max(from, first); minute < Math.min(to, first + painted.length); minute++) {
            painted[(int) (minute - first)] = true;
        }
    }

    boolean all(long from, long to) {
        for (long minute = from; minute < to; minute++) {
            if (!at(minute)) {
                return false;
            }
        }
        return true;
    }

    boolean none(long from, long to) {
        for (long minute = from; minute < to; minute++) {
            if (at(minute)) {
                return false;
            }
        }
        return true;
    }

    static long minute(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), 60L);
    }

    static Instant instant(long minute) {
        return Instant.ofEpochSecond(minute * 60);
    }

    private boolean at(long minute) {
        return minute >= first && minute < first + painted.length && painted[(int) (minute - first)];
    }
}
