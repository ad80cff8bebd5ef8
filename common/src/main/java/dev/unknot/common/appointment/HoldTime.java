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
 * Body of {@code POST /api/v1/holds}: keeps a time free for a while, until it is booked with {@code holdId}. The answer is
 * an {@link AppointmentView} in state {@code HELD}, and booking it keeps its id.
 *
 * @param clientId null while nobody is named yet
 * @param therapistId null: any fitting one
 * @param start on the five-minute grid
 * @param waive soft rules that staff set aside; null: none
 * @param participants for several at once, instead of {@code clientId} and {@code therapistId}; null: see there
 * @param replaces a hold of the caller's that is given back when this one is made; null: none
 */
public record HoldTime(
        @Nullable ClientId clientId,
        @Nullable TherapistId therapistId,
        @NotNull TreatmentId treatmentId,
        @Min(5) @Max(480) int minutes,
        @NotNull LocationId locationId,
        @NotNull Instant start,
        @Nullable @Size(max = 10) List<@NotNull @Valid Waiver> waive,
        @Nullable @Size(min = 1, max = 8) List<@NotNull @Valid HeldSeat> participants,
        @Nullable AppointmentId replaces) {

    /** For one client, beside whatever else is held. */
    public HoldTime(
            @Nullable ClientId clientId,
            @Nullable TherapistId therapistId,
            TreatmentId treatmentId,
            int minutes,
            LocationId locationId,
            Instant start,
            @Nullable List<Waiver> waive) {
        this(clientId, therapistId, treatmentId, minutes, locationId, start, waive, null, null);
    }

    /** Null where nobody is named yet. */
    public record HeldSeat(
            @Nullable ClientId clientId, @Nullable TherapistId therapistId) {}
}
