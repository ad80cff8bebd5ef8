package dev.unknot.crooked.therapist;

import dev.unknot.crooked.room.Room;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.bind.annotation.RestController;

/** Breaks on purpose: a vague name, a controller outside web, field injection, Kafka past the outbox, a nap. */
@RestController
public class TherapistManager {

    @Autowired
    private @Nullable KafkaTemplate<String, String> kafka;

    private @Nullable Room room;

    void rest() throws InterruptedException {
        Thread.sleep(1);
    }

    @Override
    public String toString() {
        return kafka + " in " + room;
    }
}
