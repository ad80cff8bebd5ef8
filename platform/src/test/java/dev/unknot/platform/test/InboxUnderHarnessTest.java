package dev.unknot.platform.test;

import dev.unknot.common.client.ClientEvent;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.event.Topics;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.event.ReceivedEvent;
import dev.unknot.platform.inbox.Inbox;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inbox as every listener of a service uses it, with the service's own transactions. */
@ServiceTest(classes = InboxUnderHarnessTest.EmptyService.class)
@Import(Crashes.class)
class InboxUnderHarnessTest {

    private static final UUID ANNA = UUID.randomUUID();
    private static final UUID BERTA = UUID.randomUUID();

    @Autowired
    private Inbox inbox;

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    @BeforeEach
    void createTable() {
        jdbc.sql("DROP TABLE IF EXISTS names").update();
        jdbc.sql("CREATE TABLE names (client uuid PRIMARY KEY, name text, writes int DEFAULT 1)")
                .update();
    }

    @Test
    void aCounterBearsEveryDelivery() {
        ConsumerHarness.of(record -> read(record, this::count), this::rows, this::empty)
                .crashing(dataSource)
                .check(List.of(snapshot(ANNA, "Anna", 1), snapshot(ANNA, "Anne", 2), snapshot(BERTA, "Berta", 1)));
    }

    @Test
    void aProjectionBearsEveryDeliveryAndAnErasure() {
        ConsumerHarness.of(record -> read(record, this::project), this::rows, this::empty)
                .crashing(dataSource)
                .check(List.of(
                        snapshot(ANNA, "Anna", 1),
                        snapshot(BERTA, "Berta", 1),
                        snapshot(ANNA, "Anne", 2),
                        Records.erasure(Topics.CLIENTS, BERTA, 2)));
    }

    private void read(ConsumerRecord<String, byte[]> record, Listener listener) {
        events.read(record, ClientEvent.class).ifPresent(listener::on);
    }

    private void count(ReceivedEvent<ClientEvent> event) {
        inbox.once(
                "counter",
                event,
                () -> jdbc.sql(
                                "INSERT INTO names (client) VALUES (?) ON CONFLICT (client) DO UPDATE SET writes = names.writes + 1")
                        .param(event.subject())
                        .update());
    }

    private void project(ReceivedEvent<ClientEvent> event) {
        inbox.latest("names", event, () -> {
            jdbc.sql("DELETE FROM names WHERE client = ?")
                    .param(event.subject())
                    .update();
            if (event.data() instanceof ClientSnapshot client) {
                jdbc.sql("INSERT INTO names VALUES (?, ?)")
                        .param(client.subject())
                        .param(client.name())
                        .update();
            }
        });
    }

    private Object rows() {
        return jdbc.sql("SELECT * FROM names ORDER BY client").query().listOfRows();
    }

    private void empty() {
        jdbc.sql("TRUNCATE names, inbox, inbox_latest").update();
    }

    private static ConsumerRecord<String, byte[]> snapshot(UUID client, String name, long sequence) {
        return Records.of(new ClientSnapshot(new ClientId(client), name, null, "+4930123456", "de"), sequence);
    }

    private interface Listener {
        void on(ReceivedEvent<ClientEvent> event);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class EmptyService {}
}
