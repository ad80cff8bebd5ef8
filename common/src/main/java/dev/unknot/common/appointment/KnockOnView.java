package dev.unknot.common.appointment;

import java.time.Instant;

/**
 * A visit that another one, ending later, would run into, directly or through visits moved back because of it.
 *
 * @param appointmentId whose start, as it stands, is {@code start}
 * @param version to be given back with a change
 * @param earliestStart from when on it could be given by the same therapists in the same room; on the five-minute grid
 * @param movable whether it is a visit that can still be moved; a block, a hold or a session under way cannot
 */
public record KnockOnView(
        AppointmentId appointmentId, long version, Instant start, Instant earliestStart, boolean movable) {}
