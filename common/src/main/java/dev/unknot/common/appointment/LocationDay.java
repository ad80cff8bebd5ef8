package dev.unknot.common.appointment;

import dev.unknot.common.location.LocationId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A day of a location as the book stood at an instant, as {@code GET /api/v1/locations/{id}/day} answers.
 *
 * @param start of the day, at the location's midnight; it lasts 23 to 25 hours
 * @param asOf what was written down later is left out
 * @param items visits of which a part lies in the day, and times held then, ascending by start; without holds that had ended
 */
public record LocationDay(
        LocationId locationId,
        LocalDate date,
        ZoneId zone,
        Instant start,
        Instant end,
        Instant asOf,
        List<Item> items) {

    public LocationDay {
        items = List.copyOf(items);
    }

    /**
     * @param appointment as it was then
     * @param since when it became so
     * @param reconstructed whether it is told from before states were kept whole: then its time and status are those of
     *     then, and its place and people those of later
     */
    public record Item(AppointmentView appointment, Instant since, boolean reconstructed) {}
}
