package dev.unknot.notification.message;

import dev.unknot.common.event.Topics;
import dev.unknot.notification.clinic.ClinicListener;
import dev.unknot.notification.contact.ContactListener;
import dev.unknot.platform.event.CatchUp;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Whether this service knows enough to send: after a stop a cancellation, or an erasure, may still wait in Kafka behind
 * the booking that is already known.
 */
@Component
class SendingGate {
    private static final Map<String, String> TOPIC_OF = Map.of(
            AppointmentListener.CONSUMER, Topics.APPOINTMENTS,
            ContactListener.CONSUMER, Topics.CLIENTS,
            ClinicListener.LOCATIONS, Topics.LOCATIONS,
            ClinicListener.TREATMENTS, Topics.TREATMENTS,
            ClinicListener.THERAPISTS, Topics.THERAPISTS);

    private final CatchUp catchUp;

    SendingGate(CatchUp catchUp) {
        this.catchUp = catchUp;
    }

    boolean open() {
        return TOPIC_OF.entrySet().stream()
                .allMatch(consumer -> catchUp.passed(consumer.getKey(), List.of(consumer.getValue())));
    }
}
