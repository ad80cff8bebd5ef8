package dev.unknot.platform.idempotency;

import java.util.regex.Pattern;

/**
 * The header {@code Idempotency-Key}; name it, nullable, as a controller's argument. It is the caller's own and counts for
 * one path: two callers may use the same one, and one caller for two paths.
 *
 * @param value 1–255 printable ASCII characters
 */
public record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]{1,255}");

    public IdempotencyKey {
        if (!PRINTABLE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an idempotency key has 1 to 255 printable ASCII characters, but had " + value.length());
        }
    }
}
