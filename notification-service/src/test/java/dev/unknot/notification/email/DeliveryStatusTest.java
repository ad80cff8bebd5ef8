package dev.unknot.notification.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryStatusTest {
    private static final String REPORT = """
            From: MAILER-DAEMON@mx.example (Mail Delivery System)
            To: bounces@harbour.example
            Subject: Undelivered Mail Returned to Sender
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

            --b1
            Content-Type: text/plain; charset=us-ascii

            I'm sorry to have to inform you that your message could not be delivered.

            --b1
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example
            X-Postfix-Queue-ID: 4XyZ
            Arrival-Date: Sun, 29 Nov 2026 10:00:00 +0100 (CET)

            Final-Recipient: rfc822; ada@elsewhere.example
            Original-Recipient: rfc822;Ada@example.org
            Action: %s
            Status: %s
            Remote-MTA: dns; mx.elsewhere.example
            Diagnostic-Code: smtp; %s

            --b1
            Content-Type: %s

            Received: by mx.example
            From: Harbour Massage <hello@harbour.example>
            Message-ID: <01900000-0000-7000-8000-0000000000a1@harbour.example>
            Subject: Your appointment

            --b1--
            """;

    @Test
    void aMailThatCameBackSaysWhichMailWhereAndWhy() throws Exception {
        assertThat(read("failed", "5.1.1", "550 5.1.1 no such user", "message/rfc822"))
                .isEqualTo(new Bounce(
                        "<01900000-0000-7000-8000-0000000000a1@harbour.example>",
                        List.of("ada@elsewhere.example", "Ada@example.org"),
                        "5.1.1",
                        true));
    }

    @ParameterizedTest
    @CsvSource({
        "5.1.1, 550 5.1.1 no such user, 5.1.1, true",
        "5.0.0, 550-5.1.1 The email account does not exist, 5.1.1, true",
        "5.0.0, 550 unknown, 5.0.0, false",
        "5.2.1, 550 5.2.1 disabled, 5.2.1, true",
        "5.2.2, 552 5.2.2 mailbox full, 5.2.2, false",
        "5.7.1, 550 5.7.1 spam, 5.7.1, false",
        "4.4.7, delivery time expired, 4.4.7, false"
    })
    void onlyAMailboxThatIsNotThereIsGone(String status, String diagnostic, String code, boolean gone)
            throws Exception {
        Bounce bounce = read("failed", status, diagnostic, "text/rfc822-headers");

        assertThat(bounce.code()).isEqualTo(code);
        assertThat(bounce.mailboxGone()).isEqualTo(gone);
    }

    @ParameterizedTest
    @CsvSource({"delayed, 4.4.1", "relayed, 2.0.0", "delivered, 2.0.0", "expanded, 2.0.0"})
    void whatIsLateOrPassedOnHasNotComeBack(String action, String status) throws Exception {
        assertThat(DeliveryStatus.of(mail(REPORT.formatted(action, status, "wait", "message/rfc822"))))
                .isEmpty();
    }

    @Test
    void lettersOfPeopleAreNone() throws Exception {
        assertThat(DeliveryStatus.of(mail("From: ada@example.org\n\nI am away. Action: failed\n")))
                .isEmpty();
        assertThat(DeliveryStatus.of(
                        mail("Content-Type: multipart/report; boundary=b\n\n--b\n\nAction: failed\n--b--\n")))
                .isEmpty();
    }

    private static Bounce read(String action, String status, String diagnostic, String returned) throws Exception {
        return DeliveryStatus.of(mail(REPORT.formatted(action, status, diagnostic, returned)))
                .orElseThrow();
    }

    private static MimeMessage mail(String text) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }
}
