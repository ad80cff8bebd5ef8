package dev.unknot.common.location;

import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * Hours of one weekday, on the location's wall clock and the five-minute grid. An end not after the start lies on the
 * next day; {@code 00:00–00:00} is the whole day.
 */
public record WeeklyHours(
        @NotNull DayOfWeek day,
        @NotNull LocalTime start,
        @NotNull LocalTime end) {}
