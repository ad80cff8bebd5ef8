package dev.unknot.common.appointment;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an appointment, as {@code GET /api/v1/appointments/{id}/history} lists them, oldest first.
 *
 * @param version of the appointment after it
 * @param what the CloudEvents type it was announced as
 * @param actor {@code role:subject} of who did it, or {@code service:name}
 * @param cause a code; null: none given
 * @param status after it
 * @param start after it
 * @param visit what it consisted of after it; null: not known, of what happened before that was kept
 * @param waived rules set aside, with the reasons; for staff only, empty for anyone else
 */
public record HistoryEntryView(
        long version,
        String what,
        Instant at,
        String actor,
        @Nullable String cause,
        AppointmentStatus status,
        Instant start,
        @Nullable Visit visit,
        List<Waiver> waived) {

    public HistoryEntryView {
        waived = List.copyOf(waived);
    }

    /**
     * Where, with whom, how long and for how much.
     *
     * @param therapists one for each participant
     */
    public record Visit(
            TreatmentId treatmentId,
            int minutes,
            LocationId locationId,
            RoomId roomId,
            List<TherapistId> therapists,
            Money price) {

        public Visit {
            therapists = List.copyOf(therapists);
        }

        public static Visit of(AppointmentSnapshot state) {
            return new Visit(
                    state.treatmentId(),
                    state.minutes(),
                    state.locationId(),
                    state.roomId(),
                    state.participants().stream().map(Participant::therapistId).toList(),
                    state.price());
        }
    }
}
