package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.Letterbox;
import dev.unknot.notification.SendingScenario;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Probe;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A family's number and mailbox. */
class SharedNumberTest extends SendingScenario {
    private final ClientId ben = new ClientId(Ids.next());

    @Test
    void twoWhoShareAVisitAndANumberAreToldOnceAndBothNamed() throws Exception {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        shares(ada);

        AppointmentId together = new AppointmentId(Ids.next());
        others.announce(harbour.booked(together, List.of(ada.id(), ben), inTwoDays()), 1);
        awaitSent(together, 4);

        assertThat(textsTo(ada)).hasSize(1);
        assertThat(mailsTo(ada)).hasSize(1);
        assertThat(Letterbox.text(mailsTo(ada).getFirst())).contains("Ada Byron and Ben Byron");
    }

    @Test
    void twoVisitsAtOneNumberAreToldOfEach() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        shares(ada);

        AppointmentId adas = book(harbour, ada);
        Instant later = inTwoDays().plusSeconds(7200);
        AppointmentId bens = new AppointmentId(Ids.next());
        others.announce(harbour.booked(bens, ben, later), 1);
        Stream.of(adas, bens).forEach(id -> awaitSent(id, 2));

        assertThat(textsTo(ada)).hasSize(2).doesNotHaveDuplicates();
        assertThat(mailsTo(ada)).hasSize(2);
    }

    private void shares(Person ada) {
        others.announce(new ClientSnapshot(ben, "Ben Byron", ada.email(), ada.phone(), "en"), 1);
        Probe.waitUntil(
                "both are known",
                () -> jdbc.sql("SELECT count(*) FROM contacts WHERE phone = ?")
                                .param(ada.phone())
                                .query(Integer.class)
                                .single()
                        == 2);
    }

    private void awaitSent(AppointmentId id, int messages) {
        Probe.waitUntil(
                "all is sent",
                () -> jdbc.sql(
                                        "SELECT count(*) FROM messages WHERE appointment_id = ? AND state = 'SENT' AND kind = 'CONFIRMATION'")
                                .param(id.value())
                                .query(Integer.class)
                                .single()
                        == messages);
    }
}
