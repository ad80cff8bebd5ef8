package dev.unknot.booking.availability;

import java.util.List;
import java.util.Set;

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
                    (starts, ask, location) -> Cadence.keep(
                            starts, location.zone(), ask.treatment().cadenceMinutes())),
            new LocationLaw(
                    Rule.LOCATION_OPEN, (starts, ask, location) -> starts.keepRuns(location.open(), 0, ask.session())),
            new LocationLaw(Rule.CLIENT_FREE, (starts, ask, location) -> {
                Resource client = ask.client();
                if (client != null) {
                    starts.keepRuns(FreeTime.of(Cells.ALL, ask.counted(client)), ask.now(), 0, ask.session());
                }
            }));

    /** Those that nobody waived. */
    static List<LocationLaw> standing(Set<String> waived) {
        return ALL.stream().filter(law -> !law.rule().waivedBy(waived)).toList();
    }

    interface Narrowing {
        void keep(Starts starts, Ask ask, LocationTime location);
    }
}
