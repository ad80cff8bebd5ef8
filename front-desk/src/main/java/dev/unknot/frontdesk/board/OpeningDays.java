package dev.unknot.frontdesk.board;

import dev.unknot.common.location.ClosureView;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.time.TimeRange;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.Causes;
import dev.unknot.frontdesk.clinic.Locations;
import dev.unknot.frontdesk.clinic.Refused;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says that a location is closed on a day, why, and when it opens next. */
@Component
class OpeningDays {

    private final Locations locations;

    OpeningDays(Locations locations) {
        this.locations = locations;
    }

    /** In words; null: somebody works that day, or nothing is known against it. */
    @Nullable
    String closed(Bearer by, LocationView place, DayFacts facts) {
        if (facts.workdays().stream().anyMatch(workday -> !workday.working().isEmpty())) {
            return null;
        }
        LocalDate date = facts.date();
        List<ClosureView> closures = closures(by, place, date);
        Opening opening = new Opening(
                place.zone(),
                place.openingHours(),
                closures.stream().map(OpeningDays::during).toList());
        if (!opening.closedOn(date)) {
            return null;
        }
        TimeRange day = DayGrid.day(place.zone(), date);
        String why = closures.stream()
                .filter(closure -> during(closure).overlaps(day))
                .map(closure -> ": " + Causes.words(closure.cause()))
                .findFirst()
                .orElse("");
        WallTime clock = new WallTime(place.zone());
        return "Closed on this day" + why + "."
                + opening.next(date)
                        .map(next -> " It opens next on "
                                + clock.day(next.atZone(place.zone()).toLocalDate()) + " at " + clock.time(next) + ".")
                        .orElse("");
    }

    private List<ClosureView> closures(Bearer by, LocationView place, LocalDate date) {
        try {
            return locations
                    .closures(
                            by,
                            place.id(),
                            DayGrid.day(place.zone(), date).start(),
                            DayGrid.day(place.zone(), date.plusDays(Opening.MOST_DAYS))
                                    .end())
                    .items();
        } catch (Refused cannotSay) {
            // The weekly hours still tell most of it.
            return List.of();
        }
    }

    private static TimeRange during(ClosureView closure) {
        return new TimeRange(closure.start(), closure.end());
    }
}
