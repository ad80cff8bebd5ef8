package dev.unknot.notification.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryStatusTest {
    private static final String RETURNED = """
            Received: from mx.harbour.example by mx.example with esmtps; Sun, 29 Nov 2026 10:00:00 +0100
            From: Harbour Massage <hello@harbour.example>
            To: ada@example.org
            Message-Id: <01900000-0000-7000-8000-0000000000a1@harbour.example>
            Subject: =?UTF-8?Q?Your_massage?=
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="----=_Part_1"

            ------=_Part_1
            Content-Type: text/plain; charset=UTF-8

            Hello Ada Byron,
            """;

    private static final String EXIM = """
            Return-path: <>
            X-Failed-Recipients: ada@example.org
            Auto-Submitted: auto-replied
            From: Mail Delivery System <Mailer-Daemon@mx.example>
            To: bounces@harbour.example
            References: <01900000-0000-7000-8000-0000000000a1@harbour.example>
            Content-Type: multipart/report; report-type=delivery-status; boundary=1764410400-eximdsn-1804289383
            MIME-Version: 1.0
            Subject: Mail delivery failed: returning message to sender
            Message-Id: <E1vPabc-00000000ABC-1a2b@mx.example>

            --1764410400-eximdsn-1804289383
            Content-type: text/plain; charset=us-ascii

            This message was created automatically by mail delivery software.

              ada@example.org
                host mx.example.org [5.1.1.9]
                SMTP error from remote mail server after RCPT TO:<ada@example.org>:
                550-5.1.1 The email account that you tried to reach does not exist.

            --1764410400-eximdsn-1804289383
            Content-type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Action: failed
            Final-Recipient: rfc822;ada@example.org
            Status: 5.0.0
            Remote-MTA: dns; mx.example.org
            Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try
             550-5.1.1 double-checking the recipient's email address for typos.
             550 5.1.1 https://support.example/mail - gsmtp

            --1764410400-eximdsn-1804289383
            Content-type: message/rfc822

            """ + RETURNED + """

            --1764410400-eximdsn-1804289383--
            """;

    private static final String POSTFIX = """
            Return-Path: <>
            Date: Sun, 29 Nov 2026 10:00:01 +0100 (CET)
            From: MAILER-DAEMON@mx.example (Mail Delivery System)
            Subject: Undelivered Mail Returned to Sender
            To: bounces@harbour.example
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status;
             boundary="4bJxYz1abc.1764406801/mx.example"
            Content-Transfer-Encoding: 8bit
            Message-Id: <20261129090001.4bJxYz2def@mx.example>

            This is a MIME-encapsulated message.

            --4bJxYz1abc.1764406801/mx.example
            Content-Description: Notification
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            This is the mail system at host mx.example.

            --4bJxYz1abc.1764406801/mx.example
            Content-Description: Delivery report
            Content-Type: message/delivery-status
            Content-Transfer-Encoding: 8bit

            Reporting-MTA: dns; mx.example
            X-Postfix-Queue-ID: 4bJxYz1abc
            X-Postfix-Sender: rfc822; bounces@harbour.example
            Arrival-Date: Sun, 29 Nov 2026 10:00:00 +0100 (CET)

            Final-Recipient: rfc822; ada@example.org
            Original-Recipient: rfc822;ada@example.org
            Action: failed
            Status: 5.1.1
            Remote-MTA: dns; mx.example.org
            Diagnostic-Code: smtp; 550 5.1.1 <ada@example.org>: Recipient address
                rejected: User unknown in virtual mailbox table

            --4bJxYz1abc.1764406801/mx.example
            Content-Description: Undelivered Message
            Content-Type: message/rfc822
            Content-Transfer-Encoding: 8bit

            """ + RETURNED + """

            --4bJxYz1abc.1764406801/mx.example--
            """;

    /** RFC 6533. */
    private static final String POSTFIX_UTF8 = POSTFIX.replace(
                    "message/delivery-status", "message/global-delivery-status")
            .replace("message/rfc822", "message/global")
            .replace("rfc822; ada@", "utf-8; nikša@")
            .replace("rfc822;ada@", "utf-8;nikša@");

    private static final String EXCHANGE = """
            From: <postmaster@example.onmicrosoft.com>
            To: <bounces@harbour.example>
            Date: Sun, 29 Nov 2026 09:00:02 +0000
            Content-Type: multipart/report; report-type=delivery-status;
            	boundary="6ea4ac39-2f0b-4b6f-9d0e-0e3cf0a3b1aa"
            X-MS-Exchange-Message-Is-Ndr:
            Content-Language: en-US
            Message-ID: <6ea4ac39-2f0b@AM0PR01MB0001.eurprd01.prod.exchangelabs.com>
            In-Reply-To: <01900000-0000-7000-8000-0000000000a1@harbour.example>
            Subject: Undeliverable: Your massage
            Auto-Submitted: auto-replied
            MIME-Version: 1.0

            --6ea4ac39-2f0b-4b6f-9d0e-0e3cf0a3b1aa
            Content-Type: multipart/alternative; differences=Content-Type;
            	boundary="0a8ecd65-7d1f-4f6a-8d55-1a2b3c4d5e6f"

            --0a8ecd65-7d1f-4f6a-8d55-1a2b3c4d5e6f
            Content-Type: text/plain; charset="us-ascii"
            Content-Transfer-Encoding: quoted-printable

            Your message to ada@example.org couldn't be delivered.

            --0a8ecd65-7d1f-4f6a-8d55-1a2b3c4d5e6f
            Content-Type: text/html; charset="us-ascii"
            Content-Transfer-Encoding: quoted-printable

            <html><body>Your message couldn't be delivered.</body></html>

            --0a8ecd65-7d1f-4f6a-8d55-1a2b3c4d5e6f--

            --6ea4ac39-2f0b-4b6f-9d0e-0e3cf0a3b1aa
            Content-Type: message/delivery-status

            Reporting-MTA: dns;AM0PR01MB0001.eurprd01.prod.exchangelabs.com
            Received-From-MTA: dns;mx.harbour.example
            Arrival-Date: Sun, 29 Nov 2026 09:00:00 +0000

            Final-Recipient: rfc822;ada@example.org
            Action: failed
            Status: 5.1.10
            Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ada@example.org not found by SMTP address lookup
            X-Display-Name: ada@example.org


            --6ea4ac39-2f0b-4b6f-9d0e-0e3cf0a3b1aa
            Content-Type: message/rfc822

            """ + RETURNED + """

            --6ea4ac39-2f0b-4b6f-9d0e-0e3cf0a3b1aa--
            """;

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
        "5.0.0, 550 sorry no mailbox here by that name (#5.1.1), 5.1.1, true",
        "5.1.0, 550 5.1.1 no such user, 5.1.1, true",
        "5.0.0, 550 mail from 5.1.1.9 is not wanted, 5.0.0, false",
        "5.1.1 (bad destination mailbox address), 550 gone, 5.1.1, true",
        "whatever, 550 unknown, 5.0.0, false",
        "5.2.1, 550 5.2.1 disabled, 5.2.1, false",
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

    /** As each of these servers writes it. */
    @ParameterizedTest
    @MethodSource("reports")
    void whatUsualServersSendBackIsUnderstood(String report) throws Exception {
        Bounce bounce = DeliveryStatus.of(mail(report)).orElseThrow();

        assertThat(bounce.mail()).isEqualTo("<01900000-0000-7000-8000-0000000000a1@harbour.example>");
        assertThat(bounce.addresses()).first().isIn("ada@example.org", "nikša@example.org");
        assertThat(bounce.code()).isIn("5.1.1", "5.1.10");
        assertThat(bounce.mailboxGone()).isTrue();
    }

    private static Stream<String> reports() {
        return Stream.of(EXIM, POSTFIX, POSTFIX_UTF8, EXCHANGE);
    }

    @Test
    void aReportWithoutTheMailItIsAboutNamesItAsWhatItAnswers() throws Exception {
        for (String report : List.of(EXIM, EXCHANGE)) {
            String alone = report.replaceFirst("(?is)Content-type: message/rfc822.*?(?=--[-0-9a-z]+--\n$)", "\n");
            assertThat(alone).doesNotContain("Message-Id: <0190");

            assertThat(DeliveryStatus.of(mail(alone)).orElseThrow().mail())
                    .isEqualTo("<01900000-0000-7000-8000-0000000000a1@harbour.example>");
        }
    }

    /** Exim's own verdict has no code of its own, whatever it was. */
    @Test
    void whatEximSaysOfItsOwnMailboxesMarksNone() throws Exception {
        String local = EXIM.replaceAll("(?s)Remote-MTA.*?gsmtp\n", "");
        assertThat(local).isNotEqualTo(EXIM);

        Bounce bounce = DeliveryStatus.of(mail(local)).orElseThrow();

        assertThat(bounce.code()).isEqualTo("5.0.0");
        assertThat(bounce.mailboxGone()).isFalse();
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
