package dev.unknot.platform.retention;

import java.time.Duration;
import java.time.Instant;

/** A kind of rows that are kept for some time and not for ever. */
public interface Kept {

    /** A name in the log and in the figures, such as {@code replies}; it never changes. */
    String kind();

    /** How long a row is kept. */
    Duration keptFor();

    /**
     * Ends rows in the running transaction, found by an index.
     *
     * @param before those from before this moment are old enough
     * @param most the rows of one step
     * @return how many it ended, at most {@code most}; fewer mean that none is left
     */
    int end(Instant before, int most);
}
