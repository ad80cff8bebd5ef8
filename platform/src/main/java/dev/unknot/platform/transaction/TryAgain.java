package dev.unknot.platform.transaction;

import dev.unknot.platform.problem.Rejection;

/** Thrown inside {@link Attempts#run} to roll back and start over, because another choice may succeed. */
public final class TryAgain extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    /** {@code rejection} is what the caller gets when no attempt is left. */
    public TryAgain(Rejection rejection) {
        super(rejection.getMessage(), rejection, false, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
