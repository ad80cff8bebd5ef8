package dev.unknot.booking.slot;

import dev.unknot.booking.appointment.ClaimedTime;
import dev.unknot.booking.appointment.MissedVisits;
import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.client.Restrictions;
import dev.unknot.platform.event.EndOffsets;
import dev.unknot.platform.event.Tail;
import dev.unknot.platform.event.UngroupedConsumers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads what the index must know, from the database once and from all partitions of the topics on and on, without a group.
 *
 * <p>The ends of the topics are noted before the appointments are read from the database: what is committed before that
 * read is in it, and what is committed after it is announced behind those ends. So the log is followed from there on, and
 * only the compacted topics are read from their beginning.
 */
@Component
class IndexReading {

    private static final Logger LOG = LoggerFactory.getLogger(IndexReading.class);

    /** What ended long ago is in nobody's way: not even a week's limit counts what was before that week. */
    private static final Duration PAST = Duration.ofDays(8);

    private final Availability availability;
    private final IndexEvents events;
    private final ClaimedTime claimedTime;
    private final MissedVisits missedVisits;
    private final Restrictions restrictions;
    private final EndOffsets endOffsets;
    private final UngroupedConsumers consumers;
    private final Clock clock;

    private @Nullable Progress progress;

    IndexReading(
            Availability availability,
            IndexEvents events,
            ClaimedTime claimedTime,
            MissedVisits missedVisits,
            Restrictions restrictions,
            EndOffsets endOffsets,
            UngroupedConsumers consumers,
            Clock clock) {
        this.availability = availability;
        this.events = events;
        this.claimedTime = claimedTime;
        this.missedVisits = missedVisits;
        this.restrictions = restrictions;
        this.endOffsets = endOffsets;
        this.consumers = consumers;
        this.clock = clock;
    }

    /** Returns when told to stop. After a failure it may be called again and goes on where it was. */
    void follow(BooleanSupplier running) {
        Progress reached = progress == null ? begin() : progress;
        progress = reached;
        try (Tail tail = consumers.open("-index", reached.positions())) {
            while (running.getAsBoolean()) {
                for (ConsumerRecord<String, byte[]> record : tail.next()) {
                    events.apply(record);
                }
                tail.positions().forEach(reached::to);
                if (!availability.complete() && reached.complete()) {
                    availability.completed();
                    LOG.info("the index of availability is complete");
                }
            }
        }
    }

    private Progress begin() {
        Map<TopicPartition, Long> ends =
                endOffsets.of(Stream.concat(IndexEvents.COMPACTED.stream(), IndexEvents.LOGS.stream())
                        .toList());
        claimedTime.since(clock.instant().minus(PAST), availability::learn);
        missedVisits.counted(clock.instant(), availability::learn);
        restrictions.all(availability::learn);
        Map<TopicPartition, Long> starts = new HashMap<>(ends);
        starts.replaceAll((partition, end) -> events.compacted(partition.topic()) ? 0L : end);
        return new Progress(ends, starts);
    }
}
