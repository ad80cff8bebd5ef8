package dev.unknot.devstack;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code bin/dev clock} is asked to do: {@code +1d2h30m} moves on from where the clock is, {@code reset} returns. */
final class ClockChange {

    private static final Pattern FORWARD = Pattern.compile("\\+(?:(\\d{1,4})d)?(?:(\\d{1,5})h)?(?:(\\d{1,6})m)?");
    private static final Duration FARTHEST = Duration.ofDays(3_660);

    private ClockChange() {}

    /** The new offset from real time. */
    static Duration apply(String word, Duration offset) {
        if (word.equals("reset")) {
            return Duration.ZERO;
        }
        Matcher forward = FORWARD.matcher(word);
        if (word.length() < 2 || !forward.matches()) {
            throw new IllegalArgumentException(
                    "the clock is moved by +23h, +2d, +90m or +1d2h30m, or put back by reset, but was asked for '"
                            + word + "'");
        }
        Duration moved = offset.plusDays(number(forward.group(1)))
                .plusHours(number(forward.group(2)))
                .plusMinutes(number(forward.group(3)));
        if (moved.compareTo(FARTHEST) > 0) {
            throw new IllegalArgumentException("the clock is moved by ten years at most");
        }
        return moved;
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
