package dev.unknot.therapist.schedule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Aggregates whose published snapshot reaches to the horizon, and has to follow it. */
public interface PublishedOverHorizon {

    /** Ids of those not fresh at {@code now}, ascending, after {@code after}, at most {@code limit}. */
    List<UUID> stale(Instant now, UUID after, int limit);

    /**
     * Publishes one again in the running transaction, unless it has become fresh in the meantime or someone else is
     * changing it just now, which publishes it as well.
     */
    void publishAgain(UUID id, Instant now);
}
