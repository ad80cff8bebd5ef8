package dev.unknot.frontdesk.board;

import dev.unknot.common.location.LocationView;
import java.util.Set;

/** The language in which most clients of a location are written to, of those that messages are written in. */
final class PlaceLanguage {

    private static final Set<String> GERMAN = Set.of("DE", "AT", "LI", "CH");

    private PlaceLanguage() {}

    static String of(LocationView place) {
        return GERMAN.contains(place.address().country()) ? "de" : "en";
    }
}
