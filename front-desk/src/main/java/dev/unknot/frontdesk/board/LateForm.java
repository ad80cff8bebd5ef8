package dev.unknot.frontdesk.board;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * When a session under way really ends.
 *
 * @param version the visit's, as it was shown
 * @param end on the wall clock of the place; null: not typed yet
 * @param shift whether what it runs into is moved back
 */
public record LateForm(
        long version,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.TIME)
        LocalTime end,

        boolean shift) {

    /** The next time after {@code start} that the place's clock shows {@code end}; past midnight that is on the next day. */
    static Instant after(Instant start, LocalTime end, ZoneId zone) {
        ZonedDateTime first = start.atZone(zone).toLocalDate().atTime(end).atZone(zone);
        ZonedDateTime second = first.withLaterOffsetAtOverlap();
        ZonedDateTime today = first.toInstant().isAfter(start) ? first : second;
        return (today.toInstant().isAfter(start) ? today : first.plusDays(1)).toInstant();
    }
}
