package dev.unknot.platform.web;

import dev.unknot.platform.problem.Rejection;

/**
 * The version the caller has seen, from {@code If-Match: "3"}; name it as a controller's argument. Without the header the
 * request is refused with 428, unless the argument is nullable; with another form with 400.
 */
public record ExpectedVersion(long value) {

    /** Refuses with 412 when {@code current} is another version. */
    public void require(long current) {
        if (value != current) {
            throw Rejection.preconditionFailed(
                    "version-mismatch", "Someone else has changed this in the meantime; read it again and repeat.");
        }
    }
}
