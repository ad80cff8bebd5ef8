package dev.unknot.common.appointment;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.text.Prose;
import dev.unknot.common.therapist.TherapistId;
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
 * Body of {@code POST /api/v1/appointments/{id}/reschedule}.
 *
 * @param start on the five-minute grid; may overlap the appointment's own time
 * @param therapistId null: any fitting one, the present one first
 * @param locationId null: where it is
 * @param minutes null: as long as it is
 * @param waive soft rules that staff set aside for the new time; null: none
 * @param cause a code, such as {@code client-asked}; announced with the event; null: none given
 * @param therapists one for each participant, in their order, instead of {@code therapistId}; null: see there
 * @param roomId null: any fitting one, the present one first
 * @param holdId a time held for this move, which it takes over; null: none
 * @param overbook why the therapists are given twice, which owners and managers may; null: they are not
 */
public record RescheduleAppointment(
        @NotNull Instant start,
        @Nullable TherapistId therapistId,
        @Nullable LocationId locationId,
        @Nullable @Min(5) @Max(480) Integer minutes,
        @Nullable @Size(max = 10) List<@NotNull @Valid Waiver> waive,

        @Nullable @Pattern(regexp = "[a-z-]{1,40}", message = "must be a code of a-z and -")
        String cause,

        @Nullable @Size(min = 1, max = 8) List<@NotNull TherapistId> therapists,
        @Nullable RoomId roomId,
        @Nullable AppointmentId holdId,

        @Nullable @Prose @Size(max = 200) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must give a reason")
        String overbook) {

    /** Of a visit with one client, to a time nobody holds. */
    public RescheduleAppointment(
            Instant start,
            @Nullable TherapistId therapistId,
            @Nullable LocationId locationId,
            @Nullable Integer minutes,
            @Nullable List<Waiver> waive,
            @Nullable String cause) {
        this(start, therapistId, locationId, minutes, waive, cause, null, null, null, null);
    }

    /** The same, to one therapist for each participant. */
    public RescheduleAppointment to(List<TherapistId> each) {
        return new RescheduleAppointment(
                start, null, locationId, minutes, waive, cause, List.copyOf(each), roomId, holdId, overbook);
    }
}
