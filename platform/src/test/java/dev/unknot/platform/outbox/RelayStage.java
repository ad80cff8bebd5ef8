package dev.unknot.platform.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.event.Topics;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.test.Database;
import dev.unknot.platform.test.Infrastructure;
import dev.unknot.platform.test.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** One outbox on a database of its own, and as many relays on it as a test wants. */
final class RelayStage {

    /** Longer than anything is waited for here: what was sent is not given up, and sent again, on a busy machine. */
    private static final Duration USUAL_DELIVERY_TIMEOUT = Duration.ofMinutes(1);

    final Database server = Infrastructure.get().newDatabase();
    final JdbcClient database;
    private final String prefix = Infrastructure.get().newTopicPrefix();
    private final Events events = new Events(prefix);
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final Bell bell = new Bell();
    private final Clock clock = Clock.systemUTC();
    private final String bootstrapServers;
    private final Duration deliveryTimeout;

    RelayStage(String bootstrapServers) {
        this(bootstrapServers, USUAL_DELIVERY_TIMEOUT);
    }

    RelayStage(String bootstrapServers, Duration deliveryTimeout) {
        this.bootstrapServers = bootstrapServers;
        this.deliveryTimeout = deliveryTimeout;
        DriverManagerDataSource source =
                new DriverManagerDataSource(server.url(), server.username(), server.password());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/platform")
                .load()
                .migrate();
        this.database = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.outbox = new Outbox(database, events, clock, () -> "service:stage", "stage", bell, announced -> {});
        createTopic();
    }

    Relay relay() {
        return relay(Collections.emptyIterator());
    }

    /** One that has {@code errors} before it works. */
    Relay relay(Iterator<Error> errors) {
        OutboxSettings settings = new OutboxSettings(true, 1_000, Duration.ofMillis(50), deliveryTimeout);
        Map<String, Object> kafka = Map.of("bootstrap.servers", bootstrapServers);
        return new Relay(
                address(),
                Map.of(),
                () -> {
                    if (errors.hasNext()) {
                        throw errors.next();
                    }
                    return new Sender(kafka, events, "stage", deliveryTimeout);
                },
                settings,
                clock,
                bell);
    }

    /** In a transaction of its own; {@code name} may be too long for Kafka. */
    void announce(UUID client, long sequence, String name) {
        transaction.executeWithoutResult(status -> announceNow(client, sequence, name));
    }

    void announceAll(List<UUID> clients, int each) {
        transaction.executeWithoutResult(status -> {
            for (long sequence = 1; sequence <= each; sequence++) {
                for (UUID client : clients) {
                    announceNow(client, sequence, "A");
                }
            }
        });
    }

    /** The sequences that arrived for {@code client}, in order. */
    List<Long> arrived(UUID client) {
        return arrived().getOrDefault(client, List.of());
    }

    Map<UUID, List<Long>> arrived() {
        return new TopicReader(bootstrapServers, prefix)
                .read(Topics.CLIENTS).stream()
                        .collect(groupingBy(
                                record -> UUID.fromString(record.key()), mapping(RelayStage::sequence, toList())));
    }

    /** One connection, used for everything. */
    SingleConnectionDataSource connection() {
        return new SingleConnectionDataSource(server.url(), server.username(), server.password(), true);
    }

    private static Long sequence(ConsumerRecord<String, byte[]> record) {
        return Long.valueOf(
                new String(record.headers().lastHeader("ce_sequence").value(), StandardCharsets.US_ASCII));
    }

    long waiting() {
        return database.sql("SELECT count(*) FROM outbox WHERE parked_at IS NULL")
                .query(Long.class)
                .single();
    }

    private void announceNow(UUID client, long sequence, String name) {
        outbox.announce(new ClientSnapshot(new ClientId(client), name, null, null, "en"), sequence, null);
    }

    private void createTopic() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(events.named(Topics.CLIENTS), 3, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    JdbcConnectionDetails address() {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return server.username();
            }

            @Override
            public String getPassword() {
                return server.password();
            }

            @Override
            public String getJdbcUrl() {
                return server.url();
            }
        };
    }
}
