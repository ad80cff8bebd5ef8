package dev.unknot.frontdesk.visit;

import dev.unknot.common.therapist.TherapistId;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * A time a visit could move to.
 *
 * @param local {@code start} on the clinic's wall clock
 */
public record FreeTime(Instant start, LocalDateTime local, TherapistId therapistId) {}
