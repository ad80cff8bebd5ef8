package dev.unknot.booking.availability;

import java.time.LocalDate;
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
            new LocationLaw(Rule.STILL_SOLD, (starts, ask, location) -> {
                LocalDate last = ask.treatment().lastDay();
                if (last != null && !ask.asAgreed()) {
                    starts.keepBefore(CellTime.ceil(
                            last.plusDays(1).atStartOfDay(location.zone()).toInstant()));
                }
            }),
            forEach(Rule.CLIENT_WELCOME, (starts, visitor, ask, location) -> {
                if (visitor.guest().standing().barred()) {
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
                    Rule.LOCATION_NOT_CLOSED,
                    (starts, ask, location) ->
                            starts.keepRuns(location.open().withAllBut(location.closed()), 0, ask.session())),
            new LocationLaw(
                    Rule.LOCATION_OPEN, (starts, ask, location) -> starts.keepRuns(location.open(), 0, ask.session())),
            forEach(
                    Rule.CLIENT_FREE,
                    (starts, visitor, ask, location) ->
                            starts.keepRuns(FreeTime.of(Cells.ALL, ask.timeOf(visitor)), ask.now(), 0, ask.session())),
            forEach(Rule.CLIENT_APPROVED, (starts, visitor, ask, location) -> {
                if (location.terms().needApproval(visitor.guest().missed(), ask.now(), location.zone())) {
                    starts.clear();
                }
            }),
            forEach(
                    Rule.CLIENT_DAY,
                    (starts, visitor, ask, location) -> Limit.DAY.keep(
                            starts,
                            ask.timeOf(visitor),
                            ask.now(),
                            location.zone(),
                            location.terms().policy().sessionsPerClientPerDay())),
            forEach(
                    Rule.CLIENT_WEEK,
                    (starts, visitor, ask, location) -> Limit.WEEK.keep(
                            starts,
                            ask.timeOf(visitor),
                            ask.now(),
                            location.zone(),
                            location.terms().policy().sessionsPerClientPerWeek())),
            forEach(
                    Rule.CLIENT_ON_THE_WAY,
                    (starts, visitor, ask, location) -> ask.index()
                            .journey(location)
                            .ifPresent(journey ->
                                    journey.keep(starts, ask.timeOf(visitor), ask.now(), 0, ask.session()))));

    /** {@link Rule#LOCATION_OPEN} asks for time that no closure was cut out of, so a search need not ask for it before. */
    static List<LocationLaw> forSearch(Set<String> waived) {
        return standing(waived).stream()
                .filter(law -> law.rule() != Rule.LOCATION_NOT_CLOSED)
                .toList();
    }

    /** Those that nobody waived. */
    static List<LocationLaw> standing(Set<String> waived) {
        return ALL.stream().filter(law -> !law.rule().waivedBy(waived)).toList();
    }

    /** A rule that everybody who comes must keep. */
    private static LocationLaw forEach(Rule rule, VisitorNarrowing narrowing) {
        return new LocationLaw(rule, (starts, ask, location) -> {
            for (Visitor visitor : ask.visitors()) {
                narrowing.keep(starts, visitor, ask, location);
            }
        });
    }

    interface Narrowing {
        void keep(Starts starts, Ask ask, LocationTime location);
    }

    private interface VisitorNarrowing {
        void keep(Starts starts, Visitor visitor, Ask ask, LocationTime location);
    }
}
