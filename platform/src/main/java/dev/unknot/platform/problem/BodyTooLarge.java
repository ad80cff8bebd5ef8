package dev.unknot.platform.problem;

import java.io.IOException;

/** A request's body that grew past the limit while it was read. */
public final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    public BodyTooLarge(long limit) {
        super("the body is larger than " + limit + " bytes");
    }
}
