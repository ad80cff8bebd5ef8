package dev.unknot.common.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.org, ada@example.org, false",
        "Ada.Lind+spa@Example.ORG, Ada.Lind+spa@example.org, false",
        "o'neil@example.org, o'neil@example.org, false",
        "anna@büro.example, anna@xn--bro-hoa.example, false",
        "anna@BÜRO.example, anna@xn--bro-hoa.example, false",
        "info@čevapi.example, info@xn--evapi-gya.example, false",
        "a@straße.example, a@xn--strae-oqa.example, false",
        "a@strasse.example, a@strasse.example, false",
        "søren@example.org, søren@example.org, true",
        "用户@例子.example, 用户@xn--fsqu00a.example, true",
        "a@xn--bro-hoa.example, a@xn--bro-hoa.example, false"
    })
    void isSentToThisMailbox(String typed, String mailbox, boolean utf8) {
        EmailAddress address = EmailAddress.of(" " + typed + " ");

        assertThat(address.mailbox()).isEqualTo(mailbox);
        assertThat(address.text()).isEqualTo(typed);
        assertThat(address.needsSmtpUtf8()).isEqualTo(utf8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.org",
                "ada@",
                "ada@localhost",
                "ada@example",
                "ada@exam_ple.org",
                "ada@-a.example",
                "ada@example..org",
                "ada@example.org.",
                "ada@.org",
                "ada@1.2.3.4",
                "ada@[1.2.3.4]",
                ".ada@example.org",
                "ada.@example.org",
                "a..b@example.org",
                "\"ada b\"@example.org",
                "ada b@example.org",
                "a@b@example.org",
                "ada@example.org\r\nBcc: b@example.org",
                "ada\r@example.org",
                "a\u0000b@example.org",
                "<ada@example.org>",
                "Ada <ada@example.org>",
                "ada@exa mple.org",
                "ada\u202e@example.org",
                "ada,eve@example.org"
            })
    void isNone(String typed) {
        assertThatThrownBy(() -> EmailAddress.of(typed))
                .isInstanceOfSatisfying(
                        UnusableContact.class,
                        refused -> assertThat(refused.code()).isEqualTo("invalid-email"));
    }

    @Test
    void hasLimits() {
        String domain = ("d".repeat(59) + ".").repeat(3) + "example";

        assertThat(EmailAddress.of("a".repeat(64) + "@" + domain).mailbox()).hasSizeLessThanOrEqualTo(254);
        assertThatThrownBy(() -> EmailAddress.of("a".repeat(65) + "@example.org"))
                .isInstanceOf(UnusableContact.class);
        assertThatThrownBy(() -> EmailAddress.of("č".repeat(33) + "@example.org"))
                .isInstanceOf(UnusableContact.class);
        assertThatThrownBy(() -> EmailAddress.of("a".repeat(64) + "@eee" + domain))
                .isInstanceOf(UnusableContact.class);
        assertThatThrownBy(() -> EmailAddress.of("a@" + "d".repeat(64) + ".org"))
                .isInstanceOf(UnusableContact.class);
    }

    @Test
    void isTheSameMailboxHoweverItIsSpelt() {
        assertThat(EmailAddress.of("Anna@BÜRO.example").key())
                .isEqualTo(EmailAddress.of("anna@xn--bro-hoa.example").key());
        assertThat(EmailAddress.of("Jose\u0301@example.org")).isEqualTo(EmailAddress.of("José@example.org"));
    }

    @Test
    void namesNobodyInALog() {
        assertThat(EmailAddress.of("ada@example.org")).hasToString("EmailAddress[…]");
    }
}
