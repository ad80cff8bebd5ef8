package dev.unknot.therapist.schedule;

import dev.unknot.common.location.LocationId;
import dev.unknot.platform.problem.Rejection;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A pattern about to be put, and what it is judged by.
 *
 * @param timetable the therapist's patterns so far
 * @param employedAt locations at which the therapist can be given shifts
 * @param locations those of the shifts' locations, old and new, that exist
 * @param mayChange whether the caller answers for a location
 * @param today the earliest of today's dates at the therapist's locations
 */
public record NewPattern(
        Rota rota,
        Timetable timetable,
        Set<LocationId> employedAt,
        Map<LocationId, OpeningTimes> locations,
        Predicate<LocationId> mayChange,
        LocalDate today) {

    /** The patterns with this one among them; the first rule it breaks is thrown. */
    public Timetable accepted() {
        PatternRules.ALL.stream()
                .map(rule -> rule.refusal(this))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(refusal -> {
                    throw refusal;
                });
        return afterwards();
    }

    Timetable afterwards() {
        return timetable.with(rota);
    }

    /** Of the shift that comes around; −1 if it is not one of these. */
    int indexOf(Timetable.Occurrence occurrence) {
        return !occurrence.override() && occurrence.since().equals(rota.validFrom())
                ? rota.shifts().lastIndexOf(occurrence.shift())
                : -1;
    }

    /** A rule of what a pattern may be. */
    @FunctionalInterface
    interface Rule {

        Optional<Rejection> refusal(NewPattern pattern);
    }
}
