package dev.unknot.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.common.client.ClientEvent;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.event.Topics;
import dev.unknot.platform.PlatformTest;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.event.InfrastructureFailure;
import dev.unknot.platform.event.ReceivedEvent;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class InboxTest {

    private final Events events = new Events("");
    private final UUID client = Ids.next();
    private final List<Long> applied = new ArrayList<>();

    @Autowired
    private Inbox inbox;

    @Autowired
    private JdbcClient database;

    @Test
    void anEventDeliveredTwiceHasItsEffectOnce() {
        ReceivedEvent<ClientEvent> event = snapshot(1);

        assertThat(inbox.once("letters", event, apply(event))).isTrue();
        assertThat(inbox.once("letters", event, apply(event))).isFalse();

        assertThat(applied).containsExactly(1L);
    }

    @Test
    void eachConsumerSeesAnEventForItself() {
        ReceivedEvent<ClientEvent> event = snapshot(1);

        assertThat(inbox.once("letters", event, apply(event))).isTrue();
        assertThat(inbox.once("calls", event, apply(event))).isTrue();
    }

    @Test
    void anEventWhoseEffectFailedIsNotSeen() {
        ReceivedEvent<ClientEvent> event = snapshot(1);

        assertThatThrownBy(() -> inbox.once("letters", event, () -> {
                    throw new IllegalStateException("the effect failed");
                }))
                .hasMessage("the effect failed");

        assertThat(inbox.once("letters", event, apply(event))).isTrue();
    }

    @Test
    void twoDeliveriesAtTheSameTimeHaveOneEffect() throws InterruptedException, ExecutionException {
        ReceivedEvent<ClientEvent> event = snapshot(1);
        CountDownLatch together = new CountDownLatch(2);
        AtomicInteger effects = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> runs = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                runs.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    return inbox.once("letters", event, effects::incrementAndGet);
                }));
            }
            assertThat(List.of(runs.get(0).get(), runs.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(effects).hasValue(1);
    }

    @Test
    void aProjectionSkipsWhatIsOlderAndAppliesWhatIsEqualAgain() {
        assertThat(project(snapshot(2))).isTrue();
        assertThat(project(snapshot(1))).isFalse();
        assertThat(project(snapshot(2))).isTrue();
        assertThat(project(snapshot(10))).isTrue();
        assertThat(project(snapshot(9))).isFalse();

        assertThat(applied).containsExactly(2L, 2L, 10L);
    }

    @Test
    void anErasedSubjectIsNotBroughtBackByALateSnapshot() {
        assertThat(project(snapshot(1))).isTrue();
        assertThat(project(erasure(3))).isTrue();
        assertThat(project(snapshot(2))).isFalse();
        assertThat(project(snapshot(3))).isFalse();
        assertThat(project(erasure(3))).isTrue();
        assertThat(project(snapshot(4))).isTrue();
    }

    @Test
    void anErasureThatCameFirstHoldsOffTheSnapshotsBeforeIt() {
        assertThat(project(erasure(3))).isTrue();
        assertThat(project(snapshot(1))).isFalse();
    }

    @Test
    void aProjectionWhoseEffectFailedHasNotMovedOn() {
        ReceivedEvent<ClientEvent> newer = snapshot(5);
        assertThatThrownBy(() -> inbox.latest("directory", newer, () -> {
                    throw new IllegalStateException("the effect failed");
                }))
                .hasMessage("the effect failed");

        assertThat(project(snapshot(4))).isTrue();
    }

    @Test
    void aConnectionLostInTheMiddleIsNotTheEventsFault() {
        ReceivedEvent<ClientEvent> event = snapshot(1);

        assertThatThrownBy(() -> inbox.latest("directory", event, this::loseTheConnection))
                .matches(InfrastructureFailure::is, "is told apart from a failure of the event");

        assertThat(project(event)).isTrue();
    }

    @Test
    void aRebuildSeesEverythingAgain() {
        ReceivedEvent<ClientEvent> event = snapshot(5);
        assertThat(project(event)).isTrue();
        assertThat(inbox.once("directory", event, apply(event))).isTrue();

        inbox.clear("directory");

        assertThat(project(snapshot(1))).isTrue();
        assertThat(inbox.once("directory", event, apply(event))).isTrue();
    }

    private boolean project(ReceivedEvent<ClientEvent> event) {
        return inbox.latest("directory", event, apply(event));
    }

    private void loseTheConnection() {
        database.sql("SELECT pg_terminate_backend(pg_backend_pid())")
                .query(Boolean.class)
                .single();
    }

    private Runnable apply(ReceivedEvent<?> event) {
        return () -> applied.add(event.sequence());
    }

    private ReceivedEvent<ClientEvent> snapshot(long sequence) {
        ClientSnapshot snapshot = new ClientSnapshot(new ClientId(client), "Ana", "ana@example.org", null, "hr");
        return events.read(Records.of(snapshot, sequence), ClientEvent.class).orElseThrow();
    }

    private ReceivedEvent<ClientEvent> erasure(long sequence) {
        return events.read(Records.erasure(Topics.CLIENTS, client, sequence), ClientEvent.class)
                .orElseThrow();
    }
}
