package dev.unknot.platform.web;

/** An aggregate's version as a strong entity tag. */
public final class ETags {

    private ETags() {}

    /** {@code "3"} with its quotes, as {@code ResponseEntity.eTag} takes it. */
    public static String of(long version) {
        return '"' + Long.toString(version) + '"';
    }
}
