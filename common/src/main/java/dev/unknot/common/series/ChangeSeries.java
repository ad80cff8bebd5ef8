package dev.unknot.common.series;

import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.therapist.TherapistId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/series/{id}/change}. What is left out stays. An occurrence that was refused is booked at the
 * time it gets by this.
 *
 * @param from number of the occurrence meant by THIS, or the first of FOLLOWING; of no meaning for ALL
 * @param include numbers of occurrences moved by hand that are to be changed all the same; null: none
 * @param localTime of the location's wall clock
 * @param shiftDays by how many days later, or earlier if negative; null or {@code weekday}: see there
 * @param weekday the day of its own week, from Monday to Sunday, to which each is moved
 * @param therapists one for each participant, in their order; null: they stay where they can
 * @param waive soft rules that staff set aside for the new times; null: none
 * @param cause a code, such as {@code client-asked}; announced with the events; null: none given
 */
public record ChangeSeries(
        @NotNull SeriesScope scope,
        @Min(1) @Max(Recurrence.MOST) int from,
        @Nullable @Size(max = Recurrence.MOST) List<@NotNull Integer> include,
        @Nullable LocalTime localTime,
        @Nullable @Min(-31) @Max(31) Integer shiftDays,
        @Nullable DayOfWeek weekday,
        @Nullable @Size(min = 1, max = 8) List<@NotNull TherapistId> therapists,
        @NotNull SeriesMode mode,
        @Nullable @Size(max = 10) List<@NotNull @Valid Waiver> waive,

        @Nullable @Pattern(regexp = "[a-z-]{1,40}", message = "must be a code of a-z and -")
        String cause) {}
