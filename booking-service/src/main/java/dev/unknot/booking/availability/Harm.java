package dev.unknot.booking.availability;

import dev.unknot.booking.availability.Scene.Colleague;
import dev.unknot.booking.availability.Scene.Place;
import dev.unknot.common.time.Grid;
import java.util.List;

/**
 * How many minutes of gaps that nobody can sell a booking would leave its therapist and its place, on both its sides. There
 * are none before it: the free time that it would break was long enough for itself. A therapist's free time is that of
 * their work at the location, a place's that of the location's opening; neither begins before now.
 */
final class Harm {

    /** Longer than any claim together with any gap that is too short, in cells. */
    private static final long MARGIN = 16L * Long.SIZE;

    private final Ask ask;
    private final List<Side> therapists;
    private final List<Side> places;

    /** @param idle but for what is to be booked */
    private record Side(Idle idle, Idle usable, int before, int after, int shortest) {

        boolean has(long start) {
            return usable.all(start - before, start + after);
        }

        int minutes(long start) {
            return Grid.MINUTES
                    * (tooShort(idle.before(start - before, shortest)) + tooShort(idle.after(start + after, shortest)));
        }

        private int tooShort(int gap) {
            return gap < shortest ? gap : 0;
        }
    }

    /** For starts in {@code [from, to)}. */
    Harm(Scene scene, Shortest shortest, long from, long to) {
        this.ask = scene.ask();
        this.therapists = scene.staff().stream()
                .map(colleague -> therapist(colleague, shortest, from - MARGIN, to + MARGIN))
                .toList();
        this.places = scene.places().stream()
                .map(place -> place(scene.location(), place, shortest, from - MARGIN, to + MARGIN))
                .toList();
    }

    private Side therapist(Colleague colleague, Shortest shortest, long from, long to) {
        Idle idle = new Idle(colleague.free(), ask.now(), from, to);
        idle.clearBefore(CellTime.ceil(ask.now()));
        return new Side(
                idle, idle, ask.before(), ask.session() + ask.after(), shortest.forTherapist(colleague.therapist()));
    }

    private Side place(LocationTime location, Place place, Shortest shortest, long from, long to) {
        Idle usable = new Idle(place.free(), ask.now(), from, to);
        Idle idle = new Idle(place.free(), ask.now(), from, to);
        idle.keep(location.open());
        idle.clearBefore(CellTime.ceil(ask.now()));
        return new Side(idle, usable, 0, ask.session() + place.room().turnover(), shortest.inRoom(place.room()));
    }

    int ofTherapist(long start, int therapist) {
        return therapists.get(therapist).minutes(start);
    }

    int ofPlace(long start, int place) {
        return places.get(place).minutes(start);
    }

    /** Of all whom and all that they would take. */
    int of(Company company, long start, long one) {
        return company.therapists(start, Findings.therapist(one)).stream()
                        .mapToInt(each -> ofTherapist(start, each))
                        .sum()
                + company.places(start, Findings.place(one)).stream()
                        .mapToInt(each -> ofPlace(start, each))
                        .sum();
    }

    /** The first of those free then that a booking would harm least. */
    int leastHarmedPlace(long start, int free) {
        int best = free;
        for (int place = free + 1; place < places.size(); place++) {
            if (places.get(place).has(start) && ofPlace(start, place) < ofPlace(start, best)) {
                best = place;
            }
        }
        return best;
    }
}
