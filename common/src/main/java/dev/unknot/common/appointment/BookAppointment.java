package dev.unknot.common.appointment;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/appointments}.
 *
 * @param participants for now exactly one
 * @param minutes one of the treatment's offers
 * @param start on the five-minute grid
 * @param holdId the hold this booking takes over, whose treatment, length, place and time it repeats; null: none
 * @param waive soft rules that staff set aside; null: none
 */
public record BookAppointment(
        @NotNull @Size(min = 1, max = 1) List<@NotNull @Valid Seat> participants,
        @NotNull TreatmentId treatmentId,
        @Min(5) @Max(480) int minutes,
        @NotNull LocationId locationId,
        @NotNull Instant start,
        @Nullable AppointmentId holdId,
        @Nullable @Size(max = 10) List<@NotNull @Valid Waiver> waive) {

    /** Of a time that nobody holds. */
    public BookAppointment(
            List<Seat> participants,
            TreatmentId treatmentId,
            int minutes,
            LocationId locationId,
            Instant start,
            @Nullable List<Waiver> waive) {
        this(participants, treatmentId, minutes, locationId, start, null, waive);
    }

    /** Who comes, and to whom; without a therapist any fitting one is picked. */
    public record Seat(@NotNull ClientId clientId, @Nullable TherapistId therapistId) {}
}
