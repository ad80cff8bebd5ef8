package dev.unknot.platform.event;

/** An event that no number of attempts will make processable. Its message quotes no data. */
public final class UnprocessableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnprocessableEvent(String reason) {
        super(reason);
    }
}
