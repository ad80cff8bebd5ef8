package dev.unknot.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Infrastructure;
import dev.unknot.platform.test.Probe;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTest {

    private final RelayStage stage = new RelayStage(Infrastructure.get().bootstrapServers());
    private final List<Relay> started = new ArrayList<>();

    @AfterEach
    void stopAll() {
        started.forEach(Relay::stop);
    }

    @Test
    void eventsOfOneKeyArriveInOrderAndOnce() {
        List<UUID> clients = Stream.generate(Ids::next).limit(40).toList();
        stage.announceAll(clients, 60);

        start();
        awaitEmptyOutbox();

        List<Long> inOrder = LongStream.rangeClosed(1, 60).boxed().toList();
        assertThat(stage.arrived())
                .containsOnlyKeys(clients)
                .allSatisfy((client, sequences) -> assertThat(sequences).isEqualTo(inOrder));
    }

    @Test
    void aBurstOfManyBatchesArrivesInOrderAndOnce() {
        List<UUID> clients = Stream.generate(Ids::next).limit(1_600).toList();
        stage.announceAll(clients, 2);

        start();
        awaitEmptyOutbox();

        assertThat(stage.arrived())
                .containsOnlyKeys(clients)
                .allSatisfy((client, sequences) -> assertThat(sequences).containsExactly(1L, 2L));
    }

    @Test
    void afterACleanHandOverTheOtherInstanceGoesOnAtOnce() {
        UUID client = Ids.next();
        Relay first = start();
        stage.announce(client, 1, "A");
        awaitEmptyOutbox();
        start();

        first.stop();
        stage.announce(client, 2, "A");
        // Not after a delivery timeout, which is longer than is waited here.
        awaitEmptyOutbox();

        assertThat(stage.arrived(client)).containsExactly(1L, 2L);
    }

    @Test
    void aRelayStoppedAndStartedAgainGoesOn() {
        UUID client = Ids.next();
        Relay relay = start();
        relay.stop();
        stage.announce(client, 1, "A");
        assertThat(stage.waiting()).isEqualTo(1);

        relay.start();
        awaitEmptyOutbox();

        assertThat(stage.arrived(client)).containsExactly(1L);
    }

    @Test
    void anErrorDoesNotEndARelay() {
        UUID client = Ids.next();
        Relay relay = stage.relay(List.<Error>of(new NoClassDefFoundError("once"), new OutOfMemoryError("twice"))
                .iterator());
        started.add(relay);
        relay.start();
        stage.announce(client, 1, "A");

        awaitEmptyOutbox();

        assertThat(stage.arrived(client)).containsExactly(1L);
    }

    @Test
    void afterADeathTheOtherInstanceWaitsForSendsInFlightAndGoesOn() throws SQLException {
        Duration deliveryTimeout = Duration.ofSeconds(6);
        RelayStage impatient = new RelayStage(Infrastructure.get().bootstrapServers(), deliveryTimeout);
        UUID client = Ids.next();
        impatient.announce(client, 1, "A");
        long beforeItDied;
        try (Connection other = otherInstance(impatient)) {
            start(impatient);
            assertThat(other.isValid(30)).isTrue();
            assertThat(impatient.waiting()).isEqualTo(1);
            beforeItDied = System.nanoTime();
        }
        Probe.waitUntil("the outbox is empty", () -> impatient.waiting() == 0);

        assertThat(Duration.ofNanos(System.nanoTime() - beforeItDied)).isGreaterThan(deliveryTimeout);
        assertThat(impatient.arrived(client)).containsExactly(1L);
    }

    @Test
    void aRelayThatLosesItsSessionLeadsAgain() {
        UUID client = Ids.next();
        start();
        stage.announce(client, 1, "A");
        awaitEmptyOutbox();

        assertThat(endedRelaySessions()).isEqualTo(1);
        stage.announce(client, 2, "A");
        awaitEmptyOutbox();

        assertThat(stage.arrived(client)).containsExactly(1L, 2L);
    }

    @Test
    void whatCanNeverBeSentIsParkedAndHoldsBackItsOwnKeyOnly() {
        UUID poisoned = Ids.next();
        UUID healthy = Ids.next();
        start();
        stage.announce(poisoned, 1, "A");
        stage.announce(poisoned, 2, "x".repeat(2_000_000));
        stage.announce(poisoned, 3, "A");
        stage.announce(healthy, 1, "A");

        Probe.waitUntil("the row is parked", () -> parkedReasons().equals(List.of("RecordTooLargeException")));
        stage.announce(healthy, 2, "A");
        Probe.waitUntil("the healthy key goes on", () -> stage.waiting() == 1);
        assertThat(stage.arrived(healthy)).containsExactly(1L, 2L);
        assertThat(stage.arrived(poisoned)).containsExactly(1L);

        stage.database.sql("DELETE FROM outbox WHERE parked_at IS NOT NULL").update();
        awaitEmptyOutbox();
        assertThat(stage.arrived(poisoned)).containsExactly(1L, 3L);
    }

    private Relay start() {
        return start(stage);
    }

    private Relay start(RelayStage stage) {
        Relay relay = stage.relay();
        started.add(relay);
        relay.start();
        return relay;
    }

    /** Holds the lock as a relay in another process would, and dies when closed. */
    private static Connection otherInstance(RelayStage stage) throws SQLException {
        Connection other = stage.server.connect();
        try (Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(1869968503, 1)");
            statement.execute("UPDATE outbox_relay SET holder = '" + Ids.next() + "'");
        }
        return other;
    }

    private long endedRelaySessions() {
        return stage.database.sql("""
                        WITH relay AS MATERIALIZED (
                            SELECT pid FROM pg_stat_activity
                            WHERE application_name = 'outbox-relay' AND datname = current_database())
                        SELECT count(*) FROM relay WHERE pg_terminate_backend(pid)""").query(Long.class).single();
    }

    private List<String> parkedReasons() {
        return stage.database
                .sql("SELECT parked_reason FROM outbox WHERE parked_at IS NOT NULL")
                .query(String.class)
                .list();
    }

    private void awaitEmptyOutbox() {
        Probe.waitUntil("the outbox is empty", () -> stage.waiting() == 0);
    }
}
