package dev.unknot.therapist.location;

import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.outbox.Outbox;
import dev.unknot.therapist.schedule.Horizon;
import dev.unknot.therapist.schedule.Horizons;
import dev.unknot.therapist.schedule.OpeningTimes;
import dev.unknot.therapist.schedule.PublishedOverHorizon;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Snapshots of locations, each written in the transaction of the change, when the location's row is new or locked. */
@Component
class LocationAnnouncements implements PublishedOverHorizon {

    private final Locations locations;
    private final LocationMapper mapper;
    private final Horizons horizons;
    private final Outbox outbox;

    LocationAnnouncements(Locations locations, LocationMapper mapper, Horizons horizons, Outbox outbox) {
        this.locations = locations;
        this.mapper = mapper;
        this.horizons = horizons;
        this.outbox = outbox;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(Location location, @Nullable String cause) {
        Horizon horizon = horizons.of(location.getZone());
        location.announced(horizon.fresh());
        OpeningTimes times = location.openingTimes();
        TimeRange known = horizon.known();
        var open = times.over(known).ranges();
        var closed = times.closedOver(known).ranges();
        outbox.announce(mapper.snapshot(location, known, open, closed, location, known), location.getVersion(), cause);
    }

    @Override
    public List<UUID> stale(Instant now, UUID after, int limit) {
        return locations.stale(now, after, Limit.of(limit));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void publishAgain(UUID id, Instant now) {
        locations.lockIfStale(id, now).ifPresent(location -> announce(location, "horizon"));
    }
}
