package dev.unknot.booking.availability;

import dev.unknot.common.location.LocationId;
import java.time.DayOfWeek;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would like of a time, beyond what the rules ask. Days and hours go by the clock on the location's wall.
 *
 * @param weekdays on which it starts, or with hours past midnight, on which those begin; empty: any
 * @param hours in which all of the session lies; null: any
 * @param near first by the local day it starts on, then by the distance from this location, unknown ones last, and only then
 *     by rank; null: wherever
 * @param party who come at once; whoever is asked for is one of their therapists
 */
public record Preferences(
        Set<DayOfWeek> weekdays,
        @Nullable LocalHours hours,
        @Nullable LocationId near,
        Ranking ranking,
        Party party) {

    public static final Preferences NONE = new Preferences(Set.of(), null, null, Ranking.EARLIEST);

    public Preferences(
            Set<DayOfWeek> weekdays, @Nullable LocalHours hours, @Nullable LocationId near, Ranking ranking) {
        this(weekdays, hours, near, ranking, Party.ONE);
    }

    public Preferences {
        weekdays = Set.copyOf(weekdays);
    }

    /** For as many at once. */
    public Preferences withParty(Party several) {
        return new Preferences(weekdays, hours, near, ranking, several);
    }

    boolean anyTime() {
        return weekdays.isEmpty() && hours == null;
    }

    boolean earliestFirst() {
        return near == null && ranking == Ranking.EARLIEST;
    }
}
