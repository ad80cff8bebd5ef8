package dev.unknot.common.therapist;

import dev.unknot.common.location.LocationId;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * A shift of a weekly pattern, on the wall clock of its location and the five-minute grid. An end not after the start
 * lies on the next day.
 */
public record Shift(
        @NotNull LocationId locationId,
        @NotNull DayOfWeek day,
        @NotNull LocalTime start,
        @NotNull LocalTime end) {}
