package dev.unknot.notification.message;

import static dev.unknot.notification.SmsWebhook.STATUS;
import static dev.unknot.notification.SmsWebhook.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.Letterbox;
import dev.unknot.notification.SendingScenario;
import dev.unknot.notification.SmsWebhook;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Probe;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A family's number and mailbox. */
class SharedNumberTest extends SendingScenario {
    private static final Pattern GERMAN_PAGE = Pattern.compile("/visit/[A-Za-z0-9_-]{42}\\?lang=de");

    @LocalServerPort
    private int port;

    @Autowired
    private MovableClock clock;

    private final ClientId ben = new ClientId(Ids.next());

    @AfterEach
    void setTheClockRight() {
        clock.offset(Duration.ZERO);
    }

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

    /** Whoever of them leads: the page behind the link speaks the language of the message. */
    @Test
    void twoWhoShareAnAddressAndSpeakTwoLanguagesAreLedToAPageInTheLanguageOfTheirMessage() throws Exception {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        shares(ada.phone(), ada.email(), "de");

        AppointmentId together = new AppointmentId(Ids.next());
        others.announce(harbour.booked(together, List.of(ada.id(), ben), inTwoDays()), 1);
        awaitSent(together, 4);

        assertThat(Stream.of(
                        textsTo(ada).getFirst(), Letterbox.text(mailsTo(ada).getFirst())))
                .allSatisfy(text -> assertThat(GERMAN_PAGE.matcher(text).find())
                        .as("leads to a German page: %s", text)
                        .isEqualTo(text.contains("Guten Tag") || text.contains("Min. am")));
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReminderOfBothThatTheirNumberCannotTakeGoesToTheirMailboxOnceAndNamesBoth(boolean reportedLate)
            throws Exception {
        Harbour harbour = Harbour.in("Europe/Berlin");
        others.announce(harbour);
        Person ada = aKnownClient();
        shares(ada);
        AppointmentId together = new AppointmentId(Ids.next());
        Instant noon = harbour.at(LocalDate.now(harbour.zone()).plusDays(5).atTime(12, 0));
        others.announce(harbour.booked(together, List.of(ada.id(), ben), noon), 1);
        awaitSent(together, 4);
        if (!reportedLate) {
            twilio.refuses(ada.phone(), 21614);
        }

        clock.set(noon.minus(Duration.ofDays(1)));
        if (reportedLate) {
            Probe.waitUntil("both are reminded", () -> reminders(together, "SMS SENT") == 2);
            new SmsWebhook(port)
                    .signed(
                            STATUS,
                            status(gatewayId(together), "undelivered", "ErrorCode", "30006", "To", ada.phone()));
        }

        Probe.waitUntil("both are reminded by mail", () -> reminders(together, "EMAIL SENT") == 2);
        assertThat(mailsTo(ada)).hasSize(2);
        assertThat(Letterbox.text(mailsTo(ada).getLast())).contains("Ada Byron and Ben Byron");
        assertThat(textsTo(ada)).hasSize(2);
    }

    @Test
    void whoeverHasAMailboxIsRemindedThereWhenTheNumberTheyShareIsOutOfReach() {
        Harbour harbour = Harbour.in("Europe/Berlin");
        others.announce(harbour);
        Person ada = aKnownClient();
        shares(ada.phone(), null);
        AppointmentId together = new AppointmentId(Ids.next());
        Instant noon = harbour.at(LocalDate.now(harbour.zone()).plusDays(5).atTime(12, 0));
        others.announce(harbour.booked(together, List.of(ada.id(), ben), noon), 1);
        awaitSent(together, 3);
        twilio.refuses(ada.phone(), 21408);

        clock.set(noon.minus(Duration.ofMinutes(210)));

        Probe.waitUntil("Ada is reminded by mail", () -> reminders(together, "EMAIL SENT") == 1);
        assertThat(reminders(together, "SMS DROPPED")).isEqualTo(1);
        assertThat(mailsTo(ada)).hasSize(2);
    }

    private int reminders(AppointmentId id, String channelAndState) {
        return jdbc.sql("""
                        SELECT count(*) FROM messages
                        WHERE appointment_id = ? AND kind = 'FIRST_REMINDER' AND channel || ' ' || state = ?
                        """)
                .params(id.value(), channelAndState)
                .query(Integer.class)
                .single();
    }

    private String gatewayId(AppointmentId id) {
        return jdbc.sql("SELECT DISTINCT gateway_id FROM messages WHERE appointment_id = ? AND kind = 'FIRST_REMINDER'")
                .param(id.value())
                .query(String.class)
                .single();
    }

    private void shares(Person ada) {
        shares(ada.phone(), ada.email());
    }

    private void shares(String phone, @Nullable String email) {
        shares(phone, email, "en");
    }

    private void shares(String phone, @Nullable String email, String language) {
        others.announce(new ClientSnapshot(ben, "Ben Byron", email, phone, language), 1);
        Probe.waitUntil(
                "both are known",
                () -> jdbc.sql("SELECT count(*) FROM contacts WHERE phone = ?")
                                .param(phone)
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
