package dev.unknot.therapist.schedule;

import dev.unknot.common.location.WeeklyHours;
import dev.unknot.common.time.TimeRange;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * When a location is open, week by week on its wall clock.
 *
 * @param closed when it is not, whatever the week says
 */
public record OpeningTimes(ZoneId zone, List<WeeklyHours> week, TimeRanges closed) {

    public OpeningTimes {
        week = List.copyOf(week);
    }

    /** Never closed otherwise. */
    public OpeningTimes(ZoneId zone, List<WeeklyHours> week) {
        this(zone, week, TimeRanges.NONE);
    }

    /** The instants at which it is open, inside the horizon. */
    public TimeRanges over(TimeRange horizon) {
        return weekly(horizon).minus(closed);
    }

    /** What of the week's hours is closed, inside the horizon. */
    public TimeRanges closedOver(TimeRange horizon) {
        return weekly(horizon).intersection(closed);
    }

    OpeningTimes neverClosed() {
        return new OpeningTimes(zone, week);
    }

    private TimeRanges weekly(TimeRange horizon) {
        // Hours of the evening before may reach into the horizon's first day.
        LocalDate from = LocalDate.ofInstant(horizon.start(), zone).minusDays(1);
        LocalDate until = LocalDate.ofInstant(horizon.end(), zone).plusDays(1);
        WallClock clock = clock();
        return TimeRanges.union(week.stream()
                        .flatMap(hours -> clock.every(hours, from, until))
                        .toList())
                .within(horizon);
    }

    WallClock clock() {
        return new WallClock(zone);
    }
}
