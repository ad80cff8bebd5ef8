package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.SendingScenario;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.Tokens;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Mails that their server took, and that come back later to a mailbox of the clinic's. */
@TestPropertySource(properties = "unknot.bounces.look=50ms")
class BouncesTest extends SendingScenario {
    private static final GreenMail imap = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_IMAP));
    private static final GreenMailUser bounces;

    static {
        imap.start();
        bounces = imap.setUser("bounces@harbour.example", "bounces", "pass word");
    }

    @LocalServerPort
    private int port;

    @Autowired
    private MovableClock clock;

    private Harbour harbour;
    private Person ada;
    private Instant noon;

    @DynamicPropertySource
    static void mailbox(DynamicPropertyRegistry registry) {
        registry.add(
                "unknot.bounces.mailbox",
                () -> "imap://bounces:pass%20word@127.0.0.1:" + imap.getImap().getPort() + "/INBOX");
    }

    @AfterAll
    static void stop() {
        imap.stop();
    }

    @BeforeEach
    void aClinicWithTheUsualPolicy() throws FolderException {
        imap.purgeEmailFromAllMailboxes();
        harbour = Harbour.in("Europe/Berlin");
        others.announce(harbour);
        ada = aKnownClient();
        noon = harbour.at(LocalDate.now(harbour.zone()).plusDays(5).atTime(12, 0));
    }

    @AfterEach
    void setTheClockRight() {
        clock.offset(Duration.ZERO);
    }

    /** Or a look that has one of them in hand would mark one of the next test's in its place. */
    @AfterEach
    void awaitThatAllAreRead() {
        Probe.waitUntil(
                "no mail is unread", () -> Stream.of(imap.getReceivedMessages()).allMatch(BouncesTest::isRead));
    }

    @Test
    void aMailboxThatAMailComesBackFromIsMarkedAndTheNoticeIsDeleted() throws Exception {
        AppointmentId id = book(harbour, ada, noon);
        assertThat(outcome(id)).containsEntry("EMAIL", "SENT");

        comesBack(mailsTo(ada).getFirst(), ada.email(), "5.1.1");

        Probe.waitUntil("the mailbox is marked", () -> marks(ada) == 1);
        Probe.waitUntil(
                "the notice is deleted", () -> imap.getReceivedMessagesForDomain("harbour.example").length == 0);
        assertThat(outcome(book(harbour, ada, noon.plus(Duration.ofDays(1)))))
                .containsEntry("EMAIL", "DROPPED unreachable")
                .containsEntry("SMS", "SENT");
    }

    @Test
    void aReminderThatComesBackGoesBySmsOnce() throws Exception {
        Person eve = aClientWithoutPhone();
        AppointmentId id = book(harbour, eve, noon);
        outcome(id);
        clock.set(noon.minus(Duration.ofDays(1)));
        Probe.waitUntil("she is reminded by mail", () -> mailsTo(eve).size() == 2);
        Person reachable = new Person(eve.id(), eve.email(), somebody().phone());
        others.announce(Harbour.client(eve.id(), eve.email(), reachable.phone()), 2);
        Probe.waitUntil("her phone is known", () -> phones(reachable) == 1);

        comesBack(mailsTo(eve).getLast(), eve.email(), "5.2.2");
        comesBack(mailsTo(eve).getLast(), eve.email(), "5.2.2");

        Probe.waitUntil("she is reminded by SMS", () -> textsTo(reachable).size() == 1);
        Probe.waitUntil(
                "both notices are read", () -> imap.getReceivedMessagesForDomain("harbour.example").length == 0);
        assertThat(textsTo(reachable)).hasSize(1);
        assertThat(marks(eve)).isZero();
    }

    @Test
    void whomNoChannelReachesAfterAllIsForTheDesk() throws Exception {
        Person eve = aClientWithoutPhone();
        AppointmentId id = book(harbour, eve, noon);
        outcome(id);
        assertThat(calls(id)).isEmpty();

        comesBack(mailsTo(eve).getFirst(), eve.email(), "5.1.1");

        Probe.waitUntil("the desk sees it", () -> calls(id).contains("\"5.1.1\""));
    }

    @Test
    void nobodyCanHaveAnothersMailboxMarked() throws Exception {
        Person eve = aKnownClient();
        outcome(book(harbour, eve, noon));
        outcome(book(harbour, ada, noon.plus(Duration.ofHours(2))));

        comesBack(mailsTo(eve).getFirst(), ada.email(), "5.1.1");
        comesBack(mailsTo(eve).getFirst(), eve.email(), "5.1.1");

        Probe.waitUntil("her own is marked", () -> marks(eve) == 1);
        assertThat(marks(ada)).isZero();
    }

    @Test
    void whatPeopleWriteIsLeftToPeople() throws Exception {
        bounces.deliver(mail("From: ada@example.org\nTo: bounces@harbour.example\nSubject: Hello\n\nI am away.\n"));
        outcome(book(harbour, ada, noon));
        comesBack(mailsTo(ada).getFirst(), ada.email(), "5.1.1");

        Probe.waitUntil("what came later is read", () -> marks(ada) == 1);
        Probe.waitUntil(
                "the letter alone is left, as read",
                () -> imap.getReceivedMessagesForDomain("harbour.example").length == 1
                        && isRead(imap.getReceivedMessages()[0]));
    }

    private static boolean isRead(MimeMessage mail) {
        try {
            return mail.isSet(Flags.Flag.SEEN);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private void comesBack(MimeMessage sent, String mailbox, String status) throws MessagingException {
        bounces.deliver(mail("""
                From: MAILER-DAEMON@mx.example
                To: bounces@harbour.example
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain

                It could not be delivered.
                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; %s
                Action: failed
                Status: %s

                --b1
                Content-Type: text/rfc822-headers

                Message-ID: %s

                --b1--
                """.formatted(mailbox, status, sent.getMessageID())));
    }

    private static MimeMessage mail(String text) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    private Person aClientWithoutPhone() {
        Person person = somebody();
        others.announce(new ClientSnapshot(person.id(), "Eve Moneypenny", person.email(), null, "en"), 1);
        Probe.waitUntil(
                "the client is known",
                () -> jdbc.sql("SELECT count(*) FROM contacts WHERE client_id = ?")
                                .param(person.id().value())
                                .query(Integer.class)
                                .single()
                        == 1);
        return person;
    }

    private int marks(Person person) {
        return jdbc.sql("SELECT count(*) FROM dead_addresses WHERE address = ?")
                .param(person.email())
                .query(Integer.class)
                .single();
    }

    private int phones(Person person) {
        return jdbc.sql("SELECT count(*) FROM contacts WHERE phone = ?")
                .param(person.phone())
                .query(Integer.class)
                .single();
    }

    private String calls(AppointmentId id) {
        Answer answer = Http.at(port)
                .as(Tokens.of(Role.FRONT_DESK, harbour.location()))
                .get("/api/v1/unreached-clients?open=true&appointment=" + id);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body().path("items").isEmpty() ? "" : answer.text();
    }
}
