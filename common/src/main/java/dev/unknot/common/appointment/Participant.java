package dev.unknot.common.appointment;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.therapist.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * One client and the therapist who treats them.
 *
 * @param clientId null only while the appointment is held for someone not yet named
 */
public record Participant(@Nullable ClientId clientId, TherapistId therapistId) {}
