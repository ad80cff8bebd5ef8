package dev.unknot.common.appointment;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * Body of {@code POST /api/v1/appointments/{id}/overrun}: a session under way ends later, or earlier, than was agreed on.
 * The price stays.
 *
 * @param end of the session, buffers excluded; on the five-minute grid, after the start
 * @param shift whether visits that it runs into are moved back, with their therapists and rooms, all of them or, if one
 *     cannot be, none; false: running into one is refused
 */
public record OverrunAppointment(@NotNull Instant end, boolean shift) {}
