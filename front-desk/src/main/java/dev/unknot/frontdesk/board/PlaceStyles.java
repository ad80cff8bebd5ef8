package dev.unknot.frontdesk.board;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The stylesheet with a class for every row, every length and every lane that a sheet can have. */
public final class PlaceStyles {

    private PlaceStyles() {}

    /** The same at every call. */
    public static String css() {
        return Stream.of(
                        rows(".at-%d{grid-row-start:%1$d}"),
                        rows(".for-%d{grid-row-end:span %1$d}"),
                        IntStream.rangeClosed(1, Lane.MOST).boxed().flatMap(PlaceStyles::lanes))
                .flatMap(rules -> rules)
                .collect(Collectors.joining("\n", "@layer places{\n", "\n}\n"));
    }

    private static Stream<String> rows(String rule) {
        return IntStream.rangeClosed(1, DayGrid.MOST_ROWS + 1).mapToObj(rule::formatted);
    }

    private static Stream<String> lanes(int of) {
        int width = Lane.PARTS / of;
        return IntStream.rangeClosed(1, of)
                .mapToObj(number -> ".lane-%d-of-%d{grid-column:%d/span %d}"
                        .formatted(number, of, 1 + (number - 1) * width, width));
    }
}
