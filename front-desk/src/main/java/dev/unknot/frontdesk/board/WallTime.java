package dev.unknot.frontdesk.board;

import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** How a place's own clock and calendar say an instant, in English. An hour that comes twice is said with its offset's name. */
public record WallTime(ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter TWICE = DateTimeFormatter.ofPattern("HH:mm zzz", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.UK);

    public String time(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        boolean twice = zone.getRules().getValidOffsets(local.toLocalDateTime()).size() > 1;
        return local.format(twice ? TWICE : TIME);
    }

    public String span(TimeRange range) {
        return time(range.start()) + "–" + time(range.end());
    }

    public String day(LocalDate date) {
        return date.format(DAY);
    }

    /** Day and time in short, for lists. */
    public String moment(Instant instant) {
        return instant.atZone(zone).format(MOMENT);
    }

    /** The time alone, or with its day where that is another than that of {@code beside}. */
    public String near(Instant instant, Instant beside) {
        boolean thatDay = LocalDate.ofInstant(instant, zone).equals(LocalDate.ofInstant(beside, zone));
        return thatDay ? time(instant) : moment(instant);
    }

    /** Of the zone in general, such as “Central European Time”. */
    public String zoneName() {
        return zone.getDisplayName(TextStyle.FULL, Locale.UK);
    }
}
