package dev.unknot.therapist.schedule;

import dev.unknot.platform.transaction.Attempts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has everything published follow the calendar. It asks often, and by the {@link Clock}, so that a clock that was moved,
 * forwards or backwards, and opening hours that were changed are followed within seconds; when there is nothing to do it
 * costs two looks at indexes.
 */
@Component
class HorizonRoll {

    private static final Logger LOG = LoggerFactory.getLogger(HorizonRoll.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int BATCH = 200;

    private final List<PublishedOverHorizon> published;
    private final Attempts attempts;
    private final Clock clock;

    HorizonRoll(List<PublishedOverHorizon> published, Attempts attempts, Clock clock) {
        this.published = published;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${unknot.horizon.look-every:PT2S}")
    void roll() {
        published.forEach(this::roll);
    }

    private void roll(PublishedOverHorizon aggregates) {
        Instant now = clock.instant();
        List<UUID> stale = aggregates.stale(now, BEFORE_ALL, BATCH);
        while (!stale.isEmpty()) {
            stale.forEach(id -> publishAgain(aggregates, id));
            stale = aggregates.stale(now, stale.getLast(), BATCH);
        }
    }

    private void publishAgain(PublishedOverHorizon aggregates, UUID id) {
        try {
            attempts.<Boolean>run(() -> {
                // Not the time of the look: what was published since would seem to be of another day.
                aggregates.publishAgain(id, clock.instant());
                return true;
            });
        } catch (RuntimeException failure) {
            // One that fails must not hold up the others; it stays stale and its turn comes again.
            LOG.warn("{} could not be published over the new horizon", id, failure);
        }
    }
}
