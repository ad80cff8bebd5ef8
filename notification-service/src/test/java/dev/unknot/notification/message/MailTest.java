package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.Letterbox;
import dev.unknot.notification.SendingScenario;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A mail as it lies in the mailbox. */
class MailTest extends SendingScenario {
    private static final Map<String, String> BOTH_SENT = Map.of("EMAIL", "SENT", "SMS", "SENT");

    @LocalServerPort
    private int port;

    @Test
    void aMailCarriesItsHtmlTheVisitForACalendarAndAWayOutThatWorks() throws Exception {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        AppointmentId id = book(harbour, ada);
        assertThat(outcome(id)).isEqualTo(BOTH_SENT);

        MimeMessage mail = mailsTo(ada).getFirst();
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Harbour Massage");
        assertThat(mail.getReplyTo()[0]).hasToString("harbour@spa.example");
        String wayOut = mail.getHeader("List-Unsubscribe")[0];
        assertThat(wayOut).matches("<https://unknot\\.example/unsubscribe/[A-Za-z0-9_-]{42}>");
        assertThat(Letterbox.text(mail)).contains(wayOut.substring(1, wayOut.length() - 1));
        assertThat(Letterbox.part(mail, "text/html"))
                .contains("<html lang=\"en\">", "Hello Ada Byron", "with Mira")
                .contains(">See, confirm, move or cancel it here</a>");
        assertThat(Letterbox.part(mail, "text/calendar").replace("\n ", ""))
                .contains("UID:" + id, "SEQUENCE:1", "STATUS:CONFIRMED", "SUMMARY:Swedish massage at Harbour Massage")
                .contains("LOCATION:Harbour Massage\\, Quay 1\\, 20457 Portside");
    }

    @Test
    void whoUnsubscribesGetsNoMoreMailAndStillTexts() throws Exception {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        AppointmentId first = book(harbour, ada);
        assertThat(outcome(first)).isEqualTo(BOTH_SENT);
        String wayOut = mailsTo(ada).getFirst().getHeader("List-Unsubscribe")[0];
        String path = "/api/v1/unsubscriptions/" + wayOut.substring(wayOut.lastIndexOf('/') + 1, wayOut.length() - 1);

        assertThat(Http.at(port).post(path, "").status()).isEqualTo(204);
        assertThat(Http.at(port).post(path, "").status()).isEqualTo(204);

        AppointmentId second = book(harbour, ada, inTwoDays().plus(Duration.ofHours(3)));
        assertThat(outcome(second)).containsOnly(entry("SMS", "SENT"), entry("EMAIL", "DROPPED opted-out"));
    }

    @Test
    void anotherSpellingOfAMailboxThatUnsubscribedGetsNoMailEither() throws Exception {
        Harbour harbour = aKnownClinic();
        Person ada = somebody();
        Person typed = withMailbox(ada, "Ada." + ada.id() + "@bücher.example", 1);
        Person ascii = withMailbox(somebody(), "ada." + ada.id() + "@xn--bcher-kva.example", 1);
        assertThat(outcome(book(harbour, typed))).isEqualTo(BOTH_SENT);

        unsubscribe(mailsTo(new Person(ada.id(), "Ada." + ada.id() + "@xn--bcher-kva.example", ada.phone()))
                .getFirst());

        assertThat(outcome(book(harbour, ascii)))
                .containsOnly(entry("SMS", "SENT"), entry("EMAIL", "DROPPED opted-out"));
    }

    @Test
    void whoGotAMailByMistakeDoesNotUnsubscribeTheClientItWasMeantFor() throws Exception {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        assertThat(outcome(book(harbour, ada))).isEqualTo(BOTH_SENT);
        Person right = withMailbox(ada, somebody().email(), 2);

        unsubscribe(mailsTo(ada).getFirst());

        assertThat(outcome(book(harbour, right))).isEqualTo(BOTH_SENT);
        unsubscribe(mailsTo(right).getFirst());
        assertThat(outcome(book(harbour, right)))
                .containsOnly(entry("SMS", "SENT"), entry("EMAIL", "DROPPED opted-out"));
    }

    private Person withMailbox(Person person, String email, int version) {
        others.announce(Harbour.client(person.id(), email, person.phone()), version);
        Probe.waitUntil(
                "the mailbox is known",
                () -> jdbc.sql("SELECT count(*) FROM contacts WHERE client_id = ? AND email = ?")
                                .params(person.id().value(), email)
                                .query(Integer.class)
                                .single()
                        == 1);
        return new Person(person.id(), email, person.phone());
    }

    private void unsubscribe(MimeMessage mail) throws MessagingException {
        String wayOut = mail.getHeader("List-Unsubscribe")[0];
        String path = "/api/v1/unsubscriptions/" + wayOut.substring(wayOut.lastIndexOf('/') + 1, wayOut.length() - 1);
        assertThat(Http.at(port).post(path, "").status()).isEqualTo(204);
    }

    @Test
    void theLinkToAVisitUnsubscribesNobody() throws Exception {
        Person ada = aKnownClient();
        assertThat(outcome(book(aKnownClinic(), ada))).isEqualTo(BOTH_SENT);
        Matcher visit = Pattern.compile("/visit/([A-Za-z0-9_-]{42})")
                .matcher(Letterbox.text(mailsTo(ada).getFirst()));
        assertThat(visit.find()).isTrue();

        assertThat(Http.at(port)
                        .post("/api/v1/unsubscriptions/" + visit.group(1), "")
                        .code())
                .isEqualTo("not-found");
    }

    @Test
    void aMailThatThereIsNotIsUnsubscribedFromByNobody() {
        assertThat(Http.at(port)
                        .post("/api/v1/unsubscriptions/" + "x".repeat(42), "")
                        .code())
                .isEqualTo("not-found");
    }

    @Test
    void anAddressThatTheServerCannotCarryEndsAsRefused() {
        Harbour harbour = aKnownClinic();
        Person ada = somebody();
        Person older = new Person(ada.id(), "nobody@exam_ple.org", ada.phone());
        others.announce(Harbour.client(older.id(), older.email(), older.phone()), 1);

        AppointmentId id = book(harbour, older);

        assertThat(outcome(id)).containsOnly(entry("SMS", "SENT"), entry("EMAIL", "FAILED refused"));
    }
}
