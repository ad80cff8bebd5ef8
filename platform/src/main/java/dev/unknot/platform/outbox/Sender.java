package dev.unknot.platform.outbox;

import dev.unknot.platform.event.Events;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends rows and waits for the broker's answer to each. */
final class Sender implements AutoCloseable {

    private final Map<String, Object> settings;
    private final Events events;
    private @Nullable Producer<String, byte[]> producer;

    Sender(Map<String, Object> kafka, Events events, String clientId, Duration deliveryTimeout) {
        this.events = events;
        this.settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // A burst in fewer requests; one event leaves at once all the same.
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) deliveryTimeout.toMillis());
    }

    /** Sends them without waiting for the answers; after a failure the rest of them is not sent. */
    InFlight hand(List<OutboxRow> rows) {
        List<Future<?>> answers = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            Future<?> answer = hand(row);
            answers.add(answer);
            // While the broker is away each further send would block in vain.
            if (answer.state() == Future.State.FAILED && !neverSendable(answer.exceptionNow())) {
                break;
            }
        }
        return new InFlight(rows, answers);
    }

    /** Drops what has not been sent. */
    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private Future<?> hand(OutboxRow row) {
        ProducerRecord<String, byte[]> record;
        try {
            record = row.envelope().on(events.named(row.topic()), row.data());
        } catch (RuntimeException malformed) {
            return CompletableFuture.failedFuture(new SerializationException("no CloudEvent", malformed));
        }
        try {
            return producer().send(record);
        } catch (KafkaException failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }

    private Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings);
        }
        return producer;
    }

    private static void note(OutboxRow row, Future<?> answer, Sent sent) throws InterruptedException {
        try {
            var unused = answer.get();
            sent.acknowledged.add(row);
        } catch (ExecutionException refused) {
            Throwable reason = refused.getCause() == null ? refused : refused.getCause();
            if (neverSendable(reason)) {
                sent.unsendable.put(row, reason.getClass().getSimpleName());
            } else {
                sent.failure = reason;
            }
        }
    }

    private static boolean neverSendable(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof RecordBatchTooLargeException
                || failure instanceof SerializationException
                || failure instanceof InvalidTopicException;
    }

    /** Rows that the broker has not answered yet. */
    final class InFlight {

        private final List<OutboxRow> rows;
        private final List<Future<?>> answers;

        private InFlight(List<OutboxRow> rows, List<Future<?>> answers) {
            this.rows = rows;
            this.answers = answers;
        }

        /**
         * Returns when none of them is in flight any more. After a failure the producer is replaced: one that gave up on a
         * record would not keep the order of those behind it.
         */
        Sent await() throws InterruptedException {
            Sent sent = new Sent();
            for (int i = 0; i < answers.size(); i++) {
                note(rows.get(i), answers.get(i), sent);
            }
            if (sent.failure != null) {
                close();
            }
            return sent;
        }
    }

    /** What became of the rows: those in neither collection are to be sent again. */
    static final class Sent {
        final List<OutboxRow> acknowledged = new ArrayList<>();
        final Map<OutboxRow, String> unsendable = new LinkedHashMap<>();

        @Nullable
        Throwable failure;
    }
}
