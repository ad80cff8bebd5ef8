package dev.unknot.notification.message;

import static java.time.ZoneOffset.UTC;

import dev.unknot.common.message.MessageId;
import dev.unknot.platform.digest.Sha256;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every call of a gateway, written before it is made. */
@Repository
class DeliveryAttempts {
    /** How a call ended; LOST: the gateway was asked and knows nothing of it. */
    enum Outcome {
        ACCEPTED,
        REFUSED,
        OPTED_OUT,
        NOT_NOW,
        LOST,
        UNKNOWN
    }

    /** A call of which nothing more is known than that it was about to be made. */
    record Open(String address, byte[] bodyHash) {
        @Override
        public String toString() {
            return "Open[]";
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryAttempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void begin(Message message, Outgoing outgoing) {
        jdbc.sql("""
                        INSERT INTO attempts (message_id, number, started_at, address, body_hash)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(
                        message.id().value(),
                        message.attempts() + 1,
                        clock.instant().atOffset(UTC),
                        outgoing.address(),
                        Sha256.of(outgoing.body()))
                .update();
    }

    void end(MessageId id, Outcome outcome) {
        jdbc.sql("""
                        UPDATE attempts SET ended_at = ?, outcome = ?, address = NULL
                        WHERE message_id = ? AND ended_at IS NULL
                        """)
                .params(clock.instant().atOffset(UTC), outcome.name(), id.value())
                .update();
    }

    int count(MessageId id, Outcome outcome) {
        return jdbc.sql("SELECT count(*) FROM attempts WHERE message_id = ? AND outcome = ?")
                .params(id.value(), outcome.name())
                .query(Integer.class)
                .single();
    }

    Optional<Open> open(MessageId id) {
        return jdbc.sql("SELECT address, body_hash FROM attempts WHERE message_id = ? AND ended_at IS NULL")
                .param(id.value())
                .query((row, number) -> new Open(row.getString("address"), row.getBytes("body_hash")))
                .optional();
    }
}
