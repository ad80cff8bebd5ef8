package dev.unknot.platform.outbox;

import dev.unknot.platform.event.Envelope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param topic without prefix */
record OutboxRow(long position, String topic, Envelope envelope, byte @Nullable [] data) {

    Key key() {
        return new Key(topic, envelope.subject());
    }

    /** Events of one key stay in order. */
    record Key(String topic, UUID subject) {}
}
