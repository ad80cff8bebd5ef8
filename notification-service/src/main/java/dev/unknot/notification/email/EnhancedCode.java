package dev.unknot.notification.email;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mail server says went wrong, by the codes of RFC 3463. */
final class EnhancedCode {
    // Not the beginning of an IP address, which servers write in brackets as well.
    private static final String CODE = "([245]\\.\\d{1,3}\\.\\d{1,3})(?!\\.?\\d)";

    /** Right behind the reply's code (RFC 2034), or marked as qmail and its like mark it: {@code (#5.1.1)}. */
    private static final Pattern IN_A_REPLY = Pattern.compile("^\\s*\\d{3}[ -]" + CODE + "|#\\s?" + CODE);

    private static final Pattern FIRST = Pattern.compile("^\\s*" + CODE);

    /**
     * The mailbox is not there (1.1, 1.6) or its address malformed (1.3), or the domain is not there or takes no mail (1.2, 1.10 of
     * RFC 7505). An ambiguous address (1.4) and a mailbox that is closed (2.1) or full (2.2) exist.
     */
    private static final Set<String> NO_SUCH_MAILBOX = Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10");

    private EnhancedCode() {}

    /** Of the line with which a server answers, or of its first one. */
    static Optional<String> in(String reply) {
        Matcher said = IN_A_REPLY.matcher(reply);
        return said.find() ? Optional.of(said.group(1) == null ? said.group(2) : said.group(1)) : Optional.empty();
    }

    /** With which the text begins; a comment may follow. */
    static Optional<String> first(String text) {
        Matcher code = FIRST.matcher(text);
        return code.find() ? Optional.of(code.group(1)) : Optional.empty();
    }

    static boolean saysNoSuchMailbox(String code) {
        return NO_SUCH_MAILBOX.contains(code);
    }
}
