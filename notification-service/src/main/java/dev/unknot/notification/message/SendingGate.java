package dev.unknot.notification.message;

import dev.unknot.common.event.Topics;
import dev.unknot.notification.clinic.ClinicListener;
import dev.unknot.notification.contact.ContactListener;
import dev.unknot.platform.event.CatchUp;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whether this service knows enough to send: a cancellation, or an erasure, may still wait in Kafka behind the booking
 * that is already known. Closed until the consumers have read what there was at start, and again once it is too long ago
 * that they had read everything, because they lag or because Kafka is out of reach.
 */
@Component
class SendingGate {
    private static final Logger log = LoggerFactory.getLogger(SendingGate.class);

    private static final Map<String, String> TOPIC_OF = Map.of(
            AppointmentListener.CONSUMER, Topics.APPOINTMENTS,
            ContactListener.CONSUMER, Topics.CLIENTS,
            ClinicListener.LOCATIONS, Topics.LOCATIONS,
            ClinicListener.TREATMENTS, Topics.TREATMENTS,
            ClinicListener.THERAPISTS, Topics.THERAPISTS);

    /** A round has noted the topics' ends no earlier than this, by a stop watch: the clinic's clock may be moved. */
    private record Round(CatchUp catchUp, long begun) {}

    private final MessageSettings settings;
    private Round round;
    private volatile @Nullable Round passed;

    SendingGate(CatchUp catchUp, MessageSettings settings) {
        this.settings = settings;
        this.round = new Round(catchUp, System.nanoTime());
    }

    boolean open() {
        Round last = passed;
        return last != null
                && System.nanoTime() - last.begun() < settings.longestLag().toNanos();
    }

    @Scheduled(fixedDelayString = "${unknot.messages.look:1s}", scheduler = OwnThreads.GATE)
    void look() {
        boolean before = open();
        Round running = round;
        if (TOPIC_OF.entrySet().stream()
                .allMatch(consumer -> running.catchUp().passed(consumer.getKey(), List.of(consumer.getValue())))) {
            passed = running;
            round = new Round(running.catchUp().anew(), System.nanoTime());
        }
        if (open() != before) {
            log.info(before ? "Nothing is sent: the consumers lag or Kafka is away" : "The consumers keep up: sending");
        }
    }
}
