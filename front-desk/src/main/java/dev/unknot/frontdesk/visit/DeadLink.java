package dev.unknot.frontdesk.visit;

/** A link that opens nothing. Its page is the same whatever the reason, and only a link that once was good is called gone. */
public final class DeadLink extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private DeadLink(int status) {
        super("a link opens nothing: " + status, null, false, false);
        this.status = status;
    }

    /** 404: not a link of ours, or one that has ended. */
    static DeadLink unknown() {
        return new DeadLink(404);
    }

    /** 410: a link of ours, to a visit or a mail that is no more. */
    public static DeadLink gone() {
        return new DeadLink(410);
    }

    /** 429: too many of them from one address. */
    static DeadLink tooMany() {
        return new DeadLink(429);
    }

    public int status() {
        return status;
    }
}
