package dev.unknot.common.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.IDNA;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An email address that a mail can be sent to without changing a letter of it. Left of the {@code @} it is a dot-atom
 * (RFC 5321, section 4.1.2), which may have letters outside ASCII (RFC 6531); right of it a domain of the Internet, which
 * goes out in its ASCII form (IDNA 2008, UTS 46 without transitional mapping: {@code straße} and {@code strasse} are two
 * domains). Quoted names and numbers in brackets are refused: no client has such an address, and half of the mail world
 * cannot read them.
 *
 * @param local what stands before the {@code @}, in Unicode's composed form (NFC)
 * @param domain as it was typed
 * @param asciiDomain in ASCII and lower case: what is sent
 */
public record EmailAddress(String local, String domain, String asciiDomain) {

    /** In octets: RFC 5321, section 4.5.3.1, less the two brackets of a path. */
    private static final int LONGEST = 254;

    private static final int LONGEST_LOCAL = 64;

    private static final Pattern DOT_ATOM = Pattern.compile(
            "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~\\p{L}\\p{M}\\p{N}-]+(?:\\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~\\p{L}\\p{M}\\p{N}-]+)*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private static final IDNA DOMAINS = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.USE_STD3_RULES);

    /**
     * Reads what was typed; blanks around it are not part of it.
     *
     * @throws UnusableContact with the code {@code invalid-email}
     */
    public static EmailAddress of(String typed) {
        String address = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1) {
            throw invalid("An email address has a name, an @ and a domain, such as anna@example.org.");
        }
        String local = address.substring(0, at);
        String domain = address.substring(at + 1);
        if (!DOT_ATOM.matcher(local).matches()) {
            throw invalid("Before the @, an email address has letters, digits and single dots between them.");
        }
        if (local.getBytes(UTF_8).length > LONGEST_LOCAL) {
            throw invalid("Before the @, an email address has at most " + LONGEST_LOCAL + " characters.");
        }
        EmailAddress read = new EmailAddress(local, domain, ascii(domain));
        if (read.mailbox().getBytes(UTF_8).length > LONGEST) {
            throw invalid("An email address has at most " + LONGEST + " characters.");
        }
        return read;
    }

    private static String ascii(String domain) {
        IDNA.Info found = new IDNA.Info();
        String ascii = DOMAINS.nameToASCII(domain, new StringBuilder(), found)
                .toString()
                .toLowerCase(Locale.ROOT);
        int lastDot = ascii.lastIndexOf('.');
        if (found.hasErrors()
                || lastDot < 1
                || lastDot == ascii.length() - 1
                || NUMBER.matcher(ascii.substring(lastDot + 1)).matches()) {
            throw invalid("After the @, an email address has a domain of the Internet, such as example.org.");
        }
        return ascii;
    }

    private static UnusableContact invalid(String sentence) {
        return new UnusableContact("invalid-email", sentence);
    }

    /** As it was typed, for people. */
    public String text() {
        return local + "@" + domain;
    }

    /** As a mail server is told it. */
    public String mailbox() {
        return local + "@" + asciiDomain;
    }

    /** Alike for any two spellings of one mailbox: no mail server in use tells upper from lower case. */
    public String key() {
        return mailbox().toLowerCase(Locale.ROOT);
    }

    /** {@link #key()} of what was typed; of what is no address the same letters in lower case, which no address has. */
    public static String keyOf(String typed) {
        try {
            return of(typed).key();
        } catch (UnusableContact none) {
            return typed.strip().toLowerCase(Locale.ROOT);
        }
    }

    /** True if only a mail server with SMTPUTF8 (RFC 6531) can carry it. */
    public boolean needsSmtpUtf8() {
        return !local.chars().allMatch(letter -> letter < 0x80);
    }

    /** Without the person: this ends up in logs. */
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
