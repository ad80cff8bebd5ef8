package dev.unknot.common.appointment;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.text.Prose;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/appointments}.
 *
 * @param participants all in one room at one time, each with a therapist of their own (a couple) or some with the same one
 *     (a group)
 * @param minutes one of the treatment's offers
 * @param start on the five-minute grid
 * @param holdId the hold this booking takes over, whose treatment, length, place and time it repeats; null: none
 * @param waive soft rules that staff set aside; null: none
 * @param roomId null: any fitting one
 * @param addOns codes of add-ons on the location's menu, each once; their minutes come on top; null: none
 * @param overbook why the therapists named are given twice, which owners and managers may; null: they are not
 */
public record BookAppointment(
        @NotNull @Size(min = 1, max = 8) List<@NotNull @Valid Seat> participants,
        @NotNull TreatmentId treatmentId,
        @Min(5) @Max(480) int minutes,
        @NotNull LocationId locationId,
        @NotNull Instant start,
        @Nullable AppointmentId holdId,
        @Nullable @Size(max = 10) List<@NotNull @Valid Waiver> waive,
        @Nullable RoomId roomId,

        @Nullable @Size(max = 10)
        List<@NotNull @Pattern(regexp = "[a-z0-9-]{1,40}", message = "must be the code of an add-on") String> addOns,

        @Nullable @Prose @Size(max = 200) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must give a reason")
        String overbook) {

    /** In any room, without add-ons. */
    public BookAppointment(
            List<Seat> participants,
            TreatmentId treatmentId,
            int minutes,
            LocationId locationId,
            Instant start,
            @Nullable AppointmentId holdId,
            @Nullable List<Waiver> waive) {
        this(participants, treatmentId, minutes, locationId, start, holdId, waive, null, null, null);
    }

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
