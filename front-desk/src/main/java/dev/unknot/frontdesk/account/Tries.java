package dev.unknot.frontdesk.account;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Attempts to sign in since the last good one. From the limit on, each is followed by a pause: a minute, then twice as long
 * as the one before, at most an hour. After a day of quiet the count begins again.
 *
 * @param lockedUntil end of the pause; null: none
 */
@CheckReturnValue
record Tries(int attempts, Instant lastAt, @Nullable Instant lockedUntil) {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    /** Beyond this the pause is the longest anyway, and two to its power would not fit. */
    private static final int MOST_DOUBLINGS = 10;

    static Tries none(Instant now) {
        return new Tries(0, now, null);
    }

    boolean pausedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** An attempt that may be made, counted before its password is looked at, so that many at once are counted too. */
    Tries andOneMore(int limit, Instant now) {
        int next = Duration.between(lastAt, now).compareTo(FORGOTTEN_AFTER) >= 0 ? 1 : attempts + 1;
        return new Tries(next, now, next < limit ? null : now.plus(pause(next - limit)));
    }

    private static Duration pause(int doublings) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(doublings, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
