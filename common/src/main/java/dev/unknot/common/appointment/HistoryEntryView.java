package dev.unknot.common.appointment;

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
        List<Waiver> waived) {

    public HistoryEntryView {
        waived = List.copyOf(waived);
    }
}
