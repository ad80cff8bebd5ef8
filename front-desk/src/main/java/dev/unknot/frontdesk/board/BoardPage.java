package dev.unknot.frontdesk.board;

import dev.unknot.common.location.LocationView;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The day board as a page shows it.
 *
 * @param places all that the viewer may switch to
 * @param cancelled by start
 * @param closed that the location is closed that day, in words; null: it is open
 */
public record BoardPage(
        LocationView place,
        List<LocationView> places,
        LocalDate date,
        LocalDate today,
        Sheet sheet,
        List<CancelledVisit> cancelled,
        @Nullable String closed) {

    public BoardPage {
        places = List.copyOf(places);
        cancelled = List.copyOf(cancelled);
    }

    public WallTime clock() {
        return new WallTime(place.zone());
    }
}
