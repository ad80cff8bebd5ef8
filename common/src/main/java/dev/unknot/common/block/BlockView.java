package dev.unknot.common.block;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.therapist.TherapistId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A block as the API shows it; {@code DELETE /api/v1/blocks/{id}} lifts it.
 *
 * @param therapistId null: it is a room's
 * @param roomId null: it is a therapist's
 * @param actor {@code role:subject} of who made it
 */
public record BlockView(
        BlockId id,
        LocationId locationId,
        @Nullable TherapistId therapistId,
        @Nullable RoomId roomId,
        Instant start,
        Instant end,
        String cause,
        String actor) {}
