package dev.unknot.frontdesk.board;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A name in the middle of a line that has no markup, as a title or a label for a screen reader: what runs from right to left
 * takes nothing beside it along. Unicode's first strong isolate (UAX #9, 2.4).
 */
public final class Isolated {

    private static final char FROM = '\u2068';
    private static final char TO = '\u2069';

    private Isolated() {}

    public static String of(String name) {
        return FROM + name + TO;
    }

    /** Each for itself, with commas between. */
    public static String all(Collection<String> names) {
        return names.stream().map(Isolated::of).collect(Collectors.joining(", "));
    }
}
