package dev.unknot.notification.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.unknot.notification.Letterbox;
import dev.unknot.notification.MuteSmtpServer;
import dev.unknot.notification.SlowSmtpServer;
import dev.unknot.notification.delivery.Delivery;
import dev.unknot.notification.delivery.Email;
import dev.unknot.notification.delivery.Handover;
import dev.unknot.notification.delivery.Letter;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpGatewayTest {
    private final GreenMail smtp = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void startSmtp() {
        smtp.start();
    }

    @AfterEach
    void stopSmtp() {
        smtp.stop();
    }

    @Test
    void aMailArrivesAsWrittenInUtf8() throws Exception {
        Email email = new Email("<1@unknot>", "ada@example.org", "Zürich – 10:00", "Grüße\nमीरा\n");

        assertThat(gateway(smtp.getSmtp().getPort()).send(email, inTime()))
                .isEqualTo(new Delivery.Accepted("<1@unknot>"));

        MimeMessage received = smtp.getReceivedMessages()[0];
        assertThat(received.getMessageID()).isEqualTo("<1@unknot>");
        assertThat(received.getSubject()).isEqualTo("Zürich – 10:00");
        assertThat(received.getContent().toString().replace("\r\n", "\n")).isEqualTo("Grüße\nमीरा\n");
        assertThat(received.getFrom()[0].toString()).isEqualTo("Harbour Massage <hello@harbour.example>");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void aSecondSendingIsTheSameMail() throws Exception {
        Email email = new Email("<2@unknot>", "ada@example.org", "Subject", "Body");

        assertThat(gateway(smtp.getSmtp().getPort()).send(email, inTime())).isInstanceOf(Delivery.Accepted.class);
        assertThat(gateway(smtp.getSmtp().getPort()).send(email, inTime())).isInstanceOf(Delivery.Accepted.class);

        assertThat(smtp.getReceivedMessages())
                .extracting(MimeMessage::getMessageID)
                .containsOnly("<2@unknot>");
    }

    @Test
    void anAddressThatIsNoneIsRefusedForGood() {
        assertThat(gateway(smtp.getSmtp().getPort())
                        .send(new Email("<3@unknot>", "not an address", "Subject", "Body"), inTime()))
                .isEqualTo(new Delivery.Unreachable("malformed-address"));
    }

    @ParameterizedTest
    @CsvSource({
        "anna@büro.example, anna@xn--bro-hoa.example",
        "info@čevapi.example, info@xn--evapi-gya.example",
        "a@straße.example, a@xn--strae-oqa.example"
    })
    void aDomainGoesOutInAsciiAndIsNotAnother(String written, String mailbox) throws Exception {
        assertThat(gateway(smtp.getSmtp().getPort())
                        .send(new Email("<10@unknot>", written, "Subject", "Body"), inTime()))
                .isInstanceOf(Delivery.Accepted.class);

        MimeMessage received = smtp.getReceivedMessages()[0];
        assertThat(received.getAllRecipients()[0].toString()).isEqualTo(mailbox);
        assertThat(smtp.getUserManager().getUserByEmail(mailbox)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nikša.x@example.org", "petrović@example.org", "słowa@example.org", "用户@例子.example"})
    void aNameOutsideAsciiIsRefusedForGoodByAServerWithoutSmtputf8(String address) throws Exception {
        try (PickySmtpServer server = new PickySmtpServer("EHLO", "250-picky\r\n250 8BITMIME")) {
            assertThat(gateway(server.port()).send(new Email("<11@unknot>", address, "Subject", "Body"), inTime()))
                    .isEqualTo(new Delivery.Unreachable("smtputf8-not-offered"));
            assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nikša.x@example.org", "petrović@example.org", "用户@xn--fsqu00a.example"})
    void aNameOutsideAsciiReachesItsMailboxAndNoOther(String address) throws Exception {
        assertThat(gateway(smtp.getSmtp().getPort())
                        .send(new Email("<17@unknot>", address, "Subject", "Body"), inTime()))
                .isInstanceOf(Delivery.Accepted.class);

        assertThat(smtp.getUserManager().listUser())
                .extracting(user -> user.getEmail())
                .containsExactly(address);
    }

    @Test
    void aNameOutsideAsciiGoesOutAsItIsToAServerWithSmtputf8() throws Exception {
        try (PickySmtpServer server = new PickySmtpServer("EHLO", "250-picky\r\n250 SMTPUTF8")) {
            assertThat(gateway(server.port())
                            .send(new Email("<12@unknot>", "nikša.x@büro.example", "Subject", "Body"), inTime()))
                    .isInstanceOf(Delivery.Accepted.class);
            assertThat(server.heard())
                    .contains("RCPT TO:<nikša.x@xn--bro-hoa.example>", "To: nikša.x@xn--bro-hoa.example")
                    .anyMatch(line -> line.startsWith("MAIL FROM:") && line.endsWith(" SMTPUTF8"));
        }
    }

    @Test
    void otherMailsDoNotAskForSmtputf8() throws Exception {
        try (PickySmtpServer server = new PickySmtpServer("EHLO", "250-picky\r\n250 SMTPUTF8")) {
            gateway(server.port()).send(new Email("<13@unknot>", "ada@example.org", "Zürich", "Grüße"), inTime());
            assertThat(server.heard()).contains("MAIL FROM:<hello@harbour.example>");
        }
    }

    @Test
    void anyLettersInASendersNameGoOutEncoded() throws Exception {
        assertThat(gateway(smtp.getSmtp().getPort(), "Čakra Łódź <hello@harbour.example>")
                        .send(new Email("<14@unknot>", "ada@example.org", "Subject", "Body"), inTime()))
                .isInstanceOf(Delivery.Accepted.class);

        MimeMessage received = smtp.getReceivedMessages()[0];
        assertThat(received.getHeader("From")[0]).startsWith("=?UTF-8?").isPrintable();
        assertThat(((InternetAddress) received.getFrom()[0]).getPersonal()).isEqualTo("Čakra Łódź");
    }

    @Test
    void aMailAboutAVisitIsWhatAMailProviderAccepts() throws Exception {
        Letter letter = new Letter(
                "Čakra\r\nBcc: all@example.org",
                "hafen@büro.example",
                "<p>Grüße</p>",
                "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
                URI.create("https://unknot.example/unsubscribe/x"));
        gateway(smtp.getSmtp().getPort())
                .send(new Email("<16@harbour.example>", "ada@example.org", "Subject", "Grüße\n", letter), inTime());

        MimeMessage received = smtp.getReceivedMessages()[0];
        assertThat(Letterbox.text(received).strip()).isEqualTo("Grüße");
        assertThat(Letterbox.part(received, "text/html").strip()).isEqualTo("<p>Grüße</p>");
        assertThat(Letterbox.part(received, "text/calendar")).startsWith("BEGIN:VCALENDAR");
        InternetAddress from = (InternetAddress) received.getFrom()[0];
        assertThat(from.getAddress()).isEqualTo("hello@harbour.example");
        assertThat(from.getPersonal()).isEqualTo("Čakra Bcc: all@example.org");
        assertThat(received.getHeader("Bcc")).isNull();
        assertThat(received.getReplyTo()[0]).hasToString("hafen@xn--bro-hoa.example");
        assertThat(received.getHeader("List-Unsubscribe")).containsExactly("<https://unknot.example/unsubscribe/x>");
        assertThat(received.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void aLocationsAddressThatIsNoneHoldsUpNoneOfItsMails() throws Exception {
        Letter letter = new Letter(
                "Harbour", "front desk", "<p>Body</p>", null, URI.create("https://unknot.example/unsubscribe/x"));

        assertThat(gateway(smtp.getSmtp().getPort())
                        .send(new Email("<18@unknot>", "ada@example.org", "Subject", "Body", letter), inTime()))
                .isInstanceOf(Delivery.Accepted.class);

        assertThat(smtp.getReceivedMessages()[0].getHeader("Reply-To")).isNull();
    }

    @Test
    void theServerHearsTheClinicsDomainAndWhereBouncesGo() throws Exception {
        try (PickySmtpServer server = new PickySmtpServer("NOOP", "250 fine")) {
            EmailSettings settings =
                    new EmailSettings("Harbour Massage <hello@büro.example>", "bounces@harbour.example");
            SmtpGateway gateway = new SmtpGateway(sender(server.port()), settings);
            UUID id = UUID.randomUUID();

            gateway.send(new Email(gateway.messageId(id), "ada@example.org", "Subject", "Body"), inTime());

            assertThat(server.heard())
                    .contains("EHLO xn--bro-hoa.example", "MAIL FROM:<bounces@harbour.example>")
                    .contains("Message-ID: <" + id + "@xn--bro-hoa.example>");
        }
    }

    @Test
    void aLineBreakInAnAddressMakesNoHeader() throws Exception {
        assertThat(gateway(smtp.getSmtp().getPort())
                        .send(
                                new Email("<15@unknot>", "ada@example.org\r\nBcc: all@example.org", "Subject", "Body"),
                                inTime()))
                .isEqualTo(new Delivery.Unreachable("malformed-address"));
        assertThat(smtp.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerOutOfReachMayBeTriedLater() {
        assertThat(gateway(1).send(new Email("<4@unknot>", "ada@example.org", "Subject", "Body"), inTime()))
                .isEqualTo(new Delivery.Away("smtp"));
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 no such user, smtp-550",
        "550 sorry: no mailbox here by that name (#5.1.1), smtp-550",
        "553 5.1.3 bad address, smtp-553",
        "556 5.1.10 takes no mail, smtp-556"
    })
    void aMailboxThatIsNotThereIsToldApart(String answer, String code) throws IOException {
        try (PickySmtpServer server = new PickySmtpServer("RCPT", answer)) {
            assertThat(gateway(server.port())
                            .send(new Email("<5@unknot>", "ada@example.org", "Subject", "Body"), inTime()))
                    .isEqualTo(new Delivery.Unreachable(code));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "552 5.2.2 mailbox full, smtp-552",
        "550 5.7.1 looks like spam, smtp-550",
        "550 5.2.1 mailbox disabled, smtp-550",
        "550 5.1.4 ambiguous, smtp-550",
        "550 mailbox unavailable, smtp-550",
        "550 [5.1.1.9] is on a list, smtp-550",
        "551 user not local, smtp-551",
        "553 sorry: not in my list of allowed rcpthosts (#5.7.1), smtp-553",
        "553 that domain is not in my list of allowed rcpthosts, smtp-553"
    })
    void aRefusalOfThisMailOnlyIsForGoodAndSaysNothingOfTheMailbox(String answer, String code) throws IOException {
        try (PickySmtpServer server = new PickySmtpServer("RCPT", answer)) {
            assertThat(gateway(server.port())
                            .send(new Email("<5@unknot>", "ada@example.org", "Subject", "Body"), inTime()))
                    .isEqualTo(new Delivery.Refused(code));
        }
    }

    @Test
    void theServersPassingTroubleMayBeTriedLater() throws IOException {
        try (PickySmtpServer server = new PickySmtpServer("RCPT", "451 4.7.1 greylisted")) {
            assertThat(gateway(server.port())
                            .send(new Email("<6@unknot>", "ada@example.org", "Subject", "Body"), inTime()))
                    .isEqualTo(new Delivery.NotNow("smtp-451"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 550 5.7.1 sender not allowed, smtp-550",
        "MAIL, 553 5.1.8 no such sender, smtp-553",
        "MAIL, 554 5.7.1 go away, smtp-554",
        "MAIL, 530 5.7.0 authentication required, smtp-530",
        "RCPT, 530 5.7.0 authentication required, smtp-530",
        "RCPT, 535 5.7.8 bad credentials, smtp-535",
        "RCPT, 538 5.7.11 encryption required, smtp-538"
    })
    void whatIsOurSettingsFaultIsOurs(String command, String answer, String code) throws IOException {
        try (PickySmtpServer server = new PickySmtpServer(command, answer)) {
            assertThat(gateway(server.port())
                            .send(new Email("<7@unknot>", "ada@example.org", "Subject", "Body"), inTime()))
                    .isEqualTo(new Delivery.OurFault(code, false));
        }
    }

    @Test
    void aMailTakenWithoutAnAnswerIsLeftOpen() throws IOException {
        try (MuteSmtpServer server = new MuteSmtpServer(false)) {
            JavaMailSenderImpl patient = sender(server.port());
            patient.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
            assertThat(new SmtpGateway(patient, new EmailSettings("Harbour Massage <hello@harbour.example>", null))
                            .send(new Email("<8@unknot>", "ada@example.org", "Subject", "Body"), inTime()))
                    .isEqualTo(new Delivery.Unknown("connection-lost"));
            assertThat(server.messageIds()).containsExactly("<8@unknot>");
        }
    }

    @Test
    void aConnectionLostBeforeTheTextWasAskedForMayBeTriedLater() throws IOException {
        try (PickySmtpServer server = new PickySmtpServer("DATA", "")) {
            assertThat(gateway(server.port())
                            .send(new Email("<9@unknot>", "ada@example.org", "Subject", "Body"), inTime()))
                    .isEqualTo(new Delivery.Away("smtp"));
        }
    }

    @Test
    void aMailThatIsTooLateAtItsFinalDotIsKeptBack() throws IOException {
        try (SlowSmtpServer server = new SlowSmtpServer()) {
            server.hurryUp();
            Handover tooLate = new Handover(() -> true);

            assertThat(gateway(server.port())
                            .send(new Email("<10@unknot>", "ada@example.org", "Subject", "Body"), tooLate))
                    .isEqualTo(new Delivery.KeptBack());
            assertThat(server.taken()).isEmpty();
        }
    }

    private static Handover inTime() {
        return new Handover(() -> false);
    }

    private static SmtpGateway gateway(int port) {
        return gateway(port, "Harbour Massage <hello@harbour.example>");
    }

    private static SmtpGateway gateway(int port, String from) {
        return new SmtpGateway(sender(port), new EmailSettings(from, null));
    }

    private static JavaMailSenderImpl sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "30000");
        return sender;
    }
}
