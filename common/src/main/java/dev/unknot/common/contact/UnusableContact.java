package dev.unknot.common.contact;

/** An address, number or country that nobody can use. It names the rule and never the person's address or number. */
public final class UnusableContact extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param sentence what to do instead, in plain words for the desk */
    UnusableContact(String code, String sentence) {
        // An answer and not a fault of the program: a stack trace would say nothing.
        super(sentence, null, false, false);
        this.code = code;
    }

    /** Stable, lower case with hyphens; listed in docs/refusals.md. */
    public String code() {
        return code;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
