package dev.unknot.notification.email;

import java.util.List;

/**
 * What a mail server sends back when a mail it had taken does not arrive.
 *
 * @param mail the mail's Message-ID, with angle brackets
 * @param addresses where it was to go, and where it went from there, as the server writes them
 * @param code the server's own (RFC 3463), such as {@code 5.1.1}
 * @param mailboxGone whether no mail will ever arrive there
 */
public record Bounce(String mail, List<String> addresses, String code, boolean mailboxGone) {
    /** Without the addresses, since this ends up in logs. */
    @Override
    public String toString() {
        return "Bounce[mail=" + mail + "]";
    }
}
