package dev.unknot.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.common.client.ClientEvent;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.event.Topics;
import dev.unknot.platform.PlatformTest;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.event.ReceivedEvent;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Infrastructure;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.TopicReader;
import dev.unknot.platform.trace.Trace;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class OutboxTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Autowired
    private Outbox outbox;

    @Autowired
    private Events events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    @Autowired
    private MeterRegistry meters;

    @Value("${unknot.topic-prefix}")
    private String topicPrefix;

    private final UUID client = Ids.next();

    @AfterEach
    void endTrace() {
        Trace.end();
    }

    @Test
    void aCommittedChangeIsAnnouncedWithItsCircumstances() {
        Trace.begin(TRACE);
        transaction.executeWithoutResult(status -> outbox.announce(snapshot(), 3, "import"));

        assertThat(awaitEvents(1)).singleElement().satisfies(event -> {
            assertThat(event.data()).isEqualTo(snapshot());
            assertThat(event.sequence()).isEqualTo(3);
            assertThat(event.source()).isEqualTo("/platform-test");
            assertThat(event.actor()).isEqualTo("service:platform-test");
            assertThat(event.cause()).isEqualTo("import");
            assertThat(event.traceparent()).isEqualTo(TRACE);
        });
        Probe.waitUntil("the outbox is empty again", () -> rows() == 0);
    }

    @Test
    void aChangeRolledBackIsNotAnnounced() {
        transaction.executeWithoutResult(status -> {
            outbox.announce(snapshot(), 1, null);
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> outbox.announce(snapshot(), 2, null));

        assertThat(awaitEvents(1)).extracting(ReceivedEvent::sequence).containsExactly(2L);
    }

    @Test
    void anErasureIsATombstone() {
        transaction.executeWithoutResult(status -> outbox.announce(snapshot(), 1, null));
        assertThat(awaitEvents(1)).hasSize(1);
        transaction.executeWithoutResult(status -> outbox.erase(Topics.CLIENTS, client, 2, "asked"));

        assertThat(awaitEvents(2).getLast()).satisfies(event -> {
            assertThat(event.data()).isNull();
            assertThat(event.sequence()).isEqualTo(2);
        });
    }

    @Test
    void anErasureTakesBackWhatIsParkedAndWasNotSent() {
        transaction.executeWithoutResult(status -> {
            outbox.announce(snapshot(), 1, null);
            database.sql("UPDATE outbox SET parked_at = now(), parked_reason = 'too large' WHERE subject = ?")
                    .param(client)
                    .update();
        });

        transaction.executeWithoutResult(status -> outbox.erase(Topics.CLIENTS, client, 2, "asked"));

        assertThat(awaitEvents(1)).extracting(ReceivedEvent::sequence).containsExactly(2L);
    }

    @Test
    void announcingNeedsTheTransactionOfTheChange() {
        assertThatThrownBy(() -> outbox.announce(snapshot(), 1, null))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> outbox.erase(Topics.CLIENTS, client, 1, "asked"))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theBacklogIsMeasured() {
        Probe.waitUntil("the outbox is empty", () -> rows() == 0);

        assertThat(meters.get("unknot.outbox.waiting").gauge().value()).isZero();
        assertThat(meters.get("unknot.outbox.parked").gauge().value()).isZero();
        assertThat(meters.get("unknot.outbox.oldest").gauge().value()).isZero();
    }

    private List<ReceivedEvent<ClientEvent>> awaitEvents(int count) {
        TopicReader topics = new TopicReader(Infrastructure.get().bootstrapServers(), topicPrefix);
        Probe.waitUntil(
                count + " events arrived",
                () -> topics.read(Topics.CLIENTS, client.toString()).size() >= count);
        return topics.read(Topics.CLIENTS, client.toString()).stream()
                .map(record -> events.read(record, ClientEvent.class).orElseThrow())
                .toList();
    }

    private ClientSnapshot snapshot() {
        return new ClientSnapshot(new ClientId(client), "Ana", "ana@example.org", null, "hr");
    }

    private long rows() {
        return database.sql("SELECT count(*) FROM outbox").query(Long.class).single();
    }
}
