package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.event.Topics;
import dev.unknot.notification.Harbour;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.ConsumerHarness;
import dev.unknot.platform.test.Crashes;
import dev.unknot.platform.test.Records;
import dev.unknot.platform.test.ServiceTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest(properties = {"unknot.messages.sending=false", "unknot.outbox.relay=false"})
@Import(Crashes.class)
class AppointmentListenerTest {
    private static final Instant START = Instant.parse("2030-11-24T09:00:00Z");

    private final Harbour harbour = Harbour.in("Europe/Berlin");
    private final ClientId ada = new ClientId(Ids.next());
    private final ClientId ben = new ClientId(Ids.next());

    @Autowired
    private AppointmentListener listener;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    @Test
    void whatIsStillToBeSentIsTheSameHoweverTheEventsArrive() {
        AppointmentId stands = new AppointmentId(Ids.next());
        AppointmentId calledOff = new AppointmentId(Ids.next());

        ConsumerHarness.of(listener::receive, this::state, this::reset)
                .crashing(dataSource)
                .check(List.of(
                        Records.of(harbour.booked(stands, ada, START), 1),
                        Records.of(harbour.booked(calledOff, ben, START), 1),
                        Records.of(harbour.cancelled(calledOff, ben, START), 2),
                        Records.ofUnknownType(Topics.APPOINTMENTS, stands.value(), 2)));
    }

    @Test
    void aMoveAndACancellationAreAnnouncedOncePerMessageTheyDrop() {
        AppointmentId calledOff = new AppointmentId(Ids.next());

        ConsumerHarness.of(listener::receive, this::stateWithAnnouncements, this::reset)
                .inOrderPerKey()
                .crashing(dataSource)
                .check(List.of(
                        Records.of(harbour.booked(calledOff, ben, START), 1),
                        Records.of(harbour.moved(calledOff, ben, START.plusSeconds(3600), 2), 2),
                        Records.of(harbour.cancelled(calledOff, ben, START, 2), 3)));
    }

    @Test
    void eachClientOfAVisitOfSeveralIsWrittenToOnce() {
        AppointmentId group = new AppointmentId(Ids.next());

        listener.receive(Records.of(harbour.booked(group, List.of(ada, ben), START), 1));

        List<String> planned =
                jdbc.sql("""
                        SELECT client_id || ' ' || kind || ' ' || channel FROM messages WHERE appointment_id = ?
                        """).param(group.value()).query(String.class).list();
        assertThat(planned).doesNotHaveDuplicates();
        assertThat(of(ada, planned)).isNotEmpty().containsExactlyInAnyOrderElementsOf(of(ben, planned));
    }

    private static List<String> of(ClientId client, List<String> planned) {
        return planned.stream()
                .filter(message -> message.startsWith(client.toString()))
                .map(message -> message.substring(client.toString().length()))
                .toList();
    }

    private List<List<Map<String, Object>>> state() {
        return List.of(
                jdbc.sql("SELECT * FROM visits ORDER BY appointment_id").query().listOfRows(),
                jdbc.sql("""
                                SELECT appointment_id, client_id, channel, kind, revision, expires FROM messages
                                WHERE state <> 'DROPPED' ORDER BY appointment_id, kind, channel
                                """).query().listOfRows());
    }

    private List<List<Map<String, Object>>> stateWithAnnouncements() {
        return List.of(
                jdbc.sql(
                                "SELECT kind, revision, state, reason, channel, version FROM messages ORDER BY revision, kind, channel")
                        .query()
                        .listOfRows(),
                jdbc.sql("SELECT count(*) FROM outbox").query().listOfRows());
    }

    private void reset() {
        jdbc.sql("TRUNCATE visits, seats, unreached_clients, messages, attempts, outbox, inbox, inbox_latest")
                .update();
    }
}
