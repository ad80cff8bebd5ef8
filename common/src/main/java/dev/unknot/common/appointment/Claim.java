package dev.unknot.common.appointment;

import dev.unknot.common.time.TimeRange;
import java.util.UUID;

/**
 * A resource taken for a time, that resource's buffers included.
 *
 * @param resourceId of a therapist or client their id, of a place in a room its {@link RoomPlace#resourceId()}
 * @param ownerId the therapist, client or room the resource is or belongs to
 */
public record Claim(ResourceKind kind, UUID resourceId, UUID ownerId, TimeRange during) {}
