package dev.unknot.common.therapist;

import dev.unknot.common.location.LocationId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;

/**
 * Body of {@code PUT /api/v1/therapists/{id}/overrides/{date}}: what the therapist works on that local date of each
 * location instead of what their pattern says. No shifts: they do not work that day.
 */
public record PutOverride(@NotNull @Size(max = 20) List<@NotNull @Valid DayShift> shifts) {

    /** On the wall clock of the location and the five-minute grid; an end before the start lies on the next day, and they differ. */
    public record DayShift(
            @NotNull LocationId locationId,
            @NotNull LocalTime start,
            @NotNull LocalTime end) {}
}
