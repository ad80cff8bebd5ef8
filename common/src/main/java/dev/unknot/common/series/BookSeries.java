package dev.unknot.common.series;

import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.treatment.TreatmentId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/series}. Each occurrence is booked, by the same rules, as a single visit would be.
 *
 * @param participants as of a single visit
 * @param minutes one of the treatment's offers
 * @param firstDate one of the days of {@code recurrence}
 * @param localTime of the location's wall clock, kept when its clock changes
 * @param waive soft rules that staff set aside for every occurrence; null: none
 */
public record BookSeries(
        @NotNull @Size(min = 1, max = 8) List<@NotNull @Valid Seat> participants,
        @NotNull TreatmentId treatmentId,
        @Min(5) @Max(480) int minutes,
        @NotNull LocationId locationId,
        @NotNull LocalDate firstDate,
        @NotNull LocalTime localTime,
        @NotNull @Valid Recurrence recurrence,
        @NotNull SeriesMode mode,
        @Nullable @Size(max = 10) List<@NotNull @Valid Waiver> waive) {}
