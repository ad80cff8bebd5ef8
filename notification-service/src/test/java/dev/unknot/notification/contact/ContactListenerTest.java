package dev.unknot.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.event.Topics;
import dev.unknot.notification.Harbour;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.ConsumerHarness;
import dev.unknot.platform.test.Crashes;
import dev.unknot.platform.test.Records;
import dev.unknot.platform.test.ServiceTest;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest(properties = {"unknot.messages.sending=false", "unknot.outbox.relay=false"})
@Import(Crashes.class)
class ContactListenerTest {
    private final ClientId ada = new ClientId(Ids.next());
    private final ClientId ben = new ClientId(Ids.next());

    @Autowired
    private ContactListener listener;

    @Autowired
    private Contacts contacts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    @Test
    void theLatestContactIsKeptAndAnErasedOneIsGoneHoweverTheEventsArrive() {
        ConsumerHarness.of(
                        listener::receive,
                        // When a mailbox became theirs is when that was heard, and differs.
                        () -> jdbc.sql("SELECT client_id, name, email, email_key, phone, language FROM contacts"
                                        + " ORDER BY client_id")
                                .query()
                                .listOfRows(),
                        () -> jdbc.sql("TRUNCATE contacts, erased_contacts, inbox_latest")
                                .update())
                .crashing(dataSource)
                .check(List.of(
                        Records.of(Harbour.client(ada, "old@example.org", "+4915100000001"), 1),
                        Records.of(Harbour.client(ada, "new@example.org", "+4915100000001"), 2),
                        Records.of(Harbour.client(ben, "ben@example.org", "+4915100000002"), 1),
                        Records.erasure(Topics.CLIENTS, ben.value(), 2)));
    }

    @Test
    void aClientWithoutOneOfTheTwoIsKeptToo() {
        ClientId cleo = new ClientId(Ids.next());

        listener.receive(Records.of(new ClientSnapshot(cleo, "Cleo", null, "+4915100000003", "de"), 1));

        assertThat(contacts.find(cleo)).contains(new Contact(cleo, "Cleo", null, "+4915100000003", "de"));
    }
}
