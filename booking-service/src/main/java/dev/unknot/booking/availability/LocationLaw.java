package dev.unknot.booking.availability;

import dev.unknot.common.time.Grid;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/** A rule that looks only at the time and the location, as what it does to a set of starts. */
record LocationLaw(Rule rule, Narrowing narrowing) {

    static final List<LocationLaw> ALL = List.of(
            new LocationLaw(Rule.START_IN_FUTURE, (starts, ask, location) -> starts.keepFrom(CellTime.ceil(ask.now()))),
            new LocationLaw(
                    Rule.NOTICE_KEPT,
                    (starts, ask, location) -> starts.keepFrom(CellTime.ceil(ask.earliestWithNotice()))),
            new LocationLaw(
                    Rule.WITHIN_HORIZON,
                    (starts, ask, location) -> starts.keepBefore(location.to() - ask.session() + 1)),
            new LocationLaw(
                    Rule.ON_CADENCE,
                    (starts, ask, location) ->
                            keepCadence(starts, location.zone(), ask.treatment().cadenceMinutes())),
            new LocationLaw(
                    Rule.LOCATION_OPEN,
                    (starts, ask, location) -> starts.keepRuns(location.open(), Cells.NONE, 0, ask.session())),
            new LocationLaw(Rule.CLIENT_FREE, (starts, ask, location) -> {
                Taken client = ask.client();
                if (client != null) {
                    Cells taken = ask.counted(client).derive(location.from(), location.to(), ask.now());
                    starts.keepRuns(Cells.ALL, taken, 0, ask.session());
                }
            }));

    interface Narrowing {
        void keep(Starts starts, Ask ask, LocationTime location);
    }

    /** The clock of the wall is one with UTC between two transitions, so the offset is looked up once for each stretch. */
    private static void keepCadence(Starts starts, ZoneId zone, int minutes) {
        long cadence = minutes * 60L;
        long offset = 0;
        long known = Long.MIN_VALUE;
        for (long cell = starts.next(Long.MIN_VALUE); cell != Long.MAX_VALUE; cell = starts.next(cell + 1)) {
            long second = Grid.instant(cell).getEpochSecond();
            if (second >= known) {
                Instant here = Grid.instant(cell);
                offset = zone.getRules().getOffset(here).getTotalSeconds();
                ZoneOffsetTransition change = zone.getRules().nextTransition(here);
                known = change == null ? Long.MAX_VALUE : change.toEpochSecond();
            }
            long secondOfDay = Math.floorMod(second + offset, 86_400L);
            if (secondOfDay % cadence != 0) {
                starts.remove(cell);
            }
        }
    }
}
