package dev.unknot.booking.availability;

import java.util.List;
import java.util.Set;

/** A rule that looks only at the time and the location, as what it does to a set of starts. */
record LocationLaw(Rule rule, Narrowing narrowing) {

    static final List<LocationLaw> ALL = List.of(
            new LocationLaw(Rule.MINUTES_OFFERED, (starts, ask, location) -> {
                if (!location.terms().hasMenu() && !ask.offered()) {
                    starts.clear();
                }
            }),
            new LocationLaw(Rule.ON_THE_MENU, (starts, ask, location) -> {
                if (!ask.listed(location.terms())) {
                    starts.clear();
                }
            }),
            new LocationLaw(Rule.CLIENT_WELCOME, (starts, ask, location) -> {
                Guest guest = ask.guest();
                if (guest != null && guest.standing().barred()) {
                    starts.clear();
                }
            }),
            new LocationLaw(Rule.START_IN_FUTURE, (starts, ask, location) -> starts.keepFrom(CellTime.ceil(ask.now()))),
            new LocationLaw(
                    Rule.NOTICE_KEPT,
                    (starts, ask, location) ->
                            starts.keepFrom(CellTime.ceil(location.terms().earliest(ask.treatment(), ask.now())))),
            new LocationLaw(
                    Rule.WITHIN_HORIZON,
                    (starts, ask, location) -> starts.keepBefore(location.to() - ask.session() + 1)),
            new LocationLaw(
                    Rule.NOT_TOO_FAR,
                    (starts, ask, location) ->
                            starts.keepBefore(location.terms().end(ask.now(), location.zone()))),
            new LocationLaw(
                    Rule.ON_CADENCE,
                    (starts, ask, location) -> Cadence.keep(
                            starts, location.zone(), location.terms().cadence(ask.treatment()))),
            new LocationLaw(
                    Rule.LOCATION_OPEN, (starts, ask, location) -> starts.keepRuns(location.open(), 0, ask.session())),
            new LocationLaw(Rule.CLIENT_FREE, (starts, ask, location) -> {
                Resource client = ask.client();
                if (client != null) {
                    starts.keepRuns(FreeTime.of(Cells.ALL, ask.counted(client)), ask.now(), 0, ask.session());
                }
            }),
            new LocationLaw(Rule.CLIENT_APPROVED, (starts, ask, location) -> {
                Guest guest = ask.guest();
                if (guest != null && location.terms().needApproval(guest.missed(), ask.now(), location.zone())) {
                    starts.clear();
                }
            }),
            new LocationLaw(
                    Rule.CLIENT_DAY,
                    (starts, ask, location) -> Limit.DAY.keep(
                            starts,
                            ask.clientTime(),
                            ask.now(),
                            location.zone(),
                            location.terms().policy().sessionsPerClientPerDay())),
            new LocationLaw(
                    Rule.CLIENT_WEEK,
                    (starts, ask, location) -> Limit.WEEK.keep(
                            starts,
                            ask.clientTime(),
                            ask.now(),
                            location.zone(),
                            location.terms().policy().sessionsPerClientPerWeek())),
            new LocationLaw(
                    Rule.CLIENT_ON_THE_WAY,
                    (starts, ask, location) -> ask.index()
                            .journey(location)
                            .ifPresent(
                                    journey -> journey.keep(starts, ask.clientTime(), ask.now(), 0, ask.session()))));

    /** Those that nobody waived. */
    static List<LocationLaw> standing(Set<String> waived) {
        return ALL.stream().filter(law -> !law.rule().waivedBy(waived)).toList();
    }

    interface Narrowing {
        void keep(Starts starts, Ask ask, LocationTime location);
    }
}
