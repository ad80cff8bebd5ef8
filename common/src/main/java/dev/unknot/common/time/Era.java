package dev.unknot.common.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;

/**
 * The years 1970 to 2199, in which everything here takes place. A date outside is a slip of the pen, or of a program, and
 * far outside it overflows what computes with it.
 */
public final class Era {

    public static final LocalDate FIRST_DAY = LocalDate.EPOCH;
    public static final LocalDate LAST_DAY = Year.of(2199).atMonth(12).atDay(31);

    private static final Instant END =
            LAST_DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private Era() {}

    public static boolean includes(Instant instant) {
        return !instant.isBefore(Instant.EPOCH) && instant.isBefore(END);
    }

    public static boolean includes(LocalDate date) {
        return !date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY);
    }
}
