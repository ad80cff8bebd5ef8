package dev.unknot.common.series;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On which days a series takes place: either {@code weekly} or {@code monthly}, ended by either {@code count} or
 * {@code until}. The first date of the series is one of these days.
 *
 * @param count how many times in all, 2 to {@value #MOST}
 * @param until the last date on which it may take place; 2 to {@value #MOST} times come of it
 */
public record Recurrence(
        @Nullable @Valid Weekly weekly,
        @Nullable @Valid Monthly monthly,
        @Nullable @Min(2) @Max(MOST) Integer count,
        @Nullable LocalDate until) {

    /** A year of weeks. */
    public static final int MOST = 52;

    /**
     * In every so many weeks, counted from that of the first date; a week starts on Monday.
     *
     * @param every 1: each week
     */
    public record Weekly(
            @Min(1) @Max(8) int every, @NotEmpty Set<@NotNull DayOfWeek> on) {

        public Weekly {
            on = on == null ? Set.of() : Set.copyOf(on);
        }
    }

    /**
     * In every so many months, counted from that of the first date, such as on the second Tuesday.
     *
     * @param every 1: each month
     */
    public record Monthly(
            @Min(1) @Max(8) int every,
            @NotNull MonthWeek week,
            @NotNull DayOfWeek on) {}
}
