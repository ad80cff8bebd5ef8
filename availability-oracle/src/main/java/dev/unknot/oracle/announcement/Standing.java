package dev.unknot.oracle.announcement;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.therapist.TherapistId;
import java.util.Set;

/**
 * What a client is not booked for.
 *
 * @param barred for anything
 * @param avoids with these therapists
 */
public record Standing(ClientId client, boolean barred, Set<TherapistId> avoids) {}
