package dev.unknot.frontdesk.board;

import dev.unknot.common.location.LocationView;
import java.time.LocalDate;
import java.util.List;

/**
 * The day board as a page shows it.
 *
 * @param places all that the viewer may switch to
 */
public record BoardPage(LocationView place, List<LocationView> places, LocalDate date, LocalDate today, Sheet sheet) {

    public BoardPage {
        places = List.copyOf(places);
    }

    public WallTime clock() {
        return new WallTime(place.zone());
    }
}
