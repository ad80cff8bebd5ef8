package dev.unknot.common.therapist;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.unknot.common.location.LocationId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * A shift of a pattern, on the wall clock of its location and the five-minute grid. An end before the start lies on the
 * next day; they differ.
 *
 * @param week of the rota in which it is worked, 1 to the number of its weeks; 1 when left out
 */
public record Shift(
        @NotNull LocationId locationId,
        @NotNull DayOfWeek day,
        @NotNull LocalTime start,
        @NotNull LocalTime end,

        @JsonProperty(isRequired = OptBoolean.FALSE) @Min(1) @Max(8)
        Integer week) {

    public Shift {
        week = week == null ? 1 : week;
    }

    /** Of week 1. */
    public Shift(LocationId locationId, DayOfWeek day, LocalTime start, LocalTime end) {
        this(locationId, day, start, end, 1);
    }

    public Shift inWeek(int other) {
        return new Shift(locationId, day, start, end, other);
    }
}
