package dev.unknot.booking.availability;

import dev.unknot.booking.availability.Scene.Colleague;
import dev.unknot.common.time.Grid;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** A rule that looks at a therapist at a location, as what it does to a set of starts. */
record TherapistLaw(Rule rule, Narrowing narrowing) {

    static final List<TherapistLaw> ALL = List.of(
            new TherapistLaw(Rule.THERAPIST_ACTIVE, (starts, ask, location, colleague) -> {
                LocalDate last = colleague.therapist().lastDay();
                if (!colleague.therapist().active()) {
                    starts.clear();
                } else if (last != null) {
                    starts.keepBefore(endOf(last, location));
                }
            }),
            new TherapistLaw(Rule.THERAPIST_SKILLED, (starts, ask, location, colleague) -> {
                String skill = ask.treatment().skill();
                if (skill != null && !colleague.therapist().skills().contains(skill)) {
                    starts.clear();
                }
            }),
            new TherapistLaw(Rule.THERAPIST_LICENSED, (starts, ask, location, colleague) -> {
                LocalDate last = colleague.therapist().licensedUntil();
                if (last != null) {
                    starts.keepBefore(endOf(last, location) - ask.session() + 1);
                }
            }),
            new TherapistLaw(Rule.THERAPIST_WANTED, (starts, ask, location, colleague) -> {
                if (!ask.accepts(colleague.therapist().id())) {
                    starts.clear();
                }
            }),
            new TherapistLaw(Rule.THERAPIST_NOT_AWAY, (starts, ask, location, colleague) -> {
                Cells away = colleague.therapist().awayFrom(location.id());
                keepRuns(starts, ask, colleague.working().withAllBut(away));
            }),
            new TherapistLaw(
                    Rule.THERAPIST_AT_WORK,
                    (starts, ask, location, colleague) -> keepRuns(starts, ask, colleague.working())),
            new TherapistLaw(
                    Rule.THERAPIST_FREE, (starts, ask, location, colleague) -> keepRuns(starts, ask, colleague.free())),
            new TherapistLaw(Rule.THERAPIST_DAY, (starts, ask, location, colleague) -> {
                Integer most = location.terms().policy().sessionsPerTherapistPerDay();
                if (most != null) {
                    Taken others = ask.counted(colleague.therapist().resource());
                    Limit.DAY.keep(starts, others, ask.now(), location.zone(), most);
                }
            }),
            new TherapistLaw(
                    Rule.THERAPIST_ON_THE_WAY,
                    (starts, ask, location, colleague) -> ask.index()
                            .journey(location)
                            .ifPresent(journey -> journey.keep(
                                    starts,
                                    ask.counted(colleague.therapist().resource()),
                                    ask.now(),
                                    ask.before(),
                                    ask.session() + ask.after()))));

    private static final Set<Rule> ASKED_WITH_FREE_TIME = Set.of(Rule.THERAPIST_NOT_AWAY, Rule.THERAPIST_AT_WORK);

    /** {@link Rule#THERAPIST_FREE} asks for time at work that is not taken, so a search need not ask for time at work before. */
    static List<TherapistLaw> forSearch(Set<String> waived) {
        return standing(waived).stream()
                .filter(law -> !ASKED_WITH_FREE_TIME.contains(law.rule()))
                .toList();
    }

    /** Those that nobody waived. */
    static List<TherapistLaw> standing(Set<String> waived) {
        return ALL.stream().filter(law -> !law.rule().waivedBy(waived)).toList();
    }

    interface Narrowing {
        void keep(Starts starts, Ask ask, LocationTime location, Colleague colleague);
    }

    /** The cell at which {@code last} is over on the location's clock. */
    private static long endOf(LocalDate last, LocationTime location) {
        return Grid.cell(last.plusDays(1).atStartOfDay(location.zone()).toInstant());
    }

    private static void keepRuns(Starts starts, Ask ask, FreeTime time) {
        starts.keepRuns(time, ask.now(), ask.before(), ask.before() + ask.session() + ask.after());
    }
}
