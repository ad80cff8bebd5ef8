package dev.unknot.common.location;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A closure of a location, or an outage of one of its rooms, as the API shows it; deleting it takes it back.
 *
 * @param roomId null: the whole location
 */
public record ClosureView(
        ClosureId id, LocationId locationId, @Nullable RoomId roomId, Instant start, Instant end, String cause) {}
