package dev.unknot.therapist.schedule;

import dev.unknot.common.location.LocationId;
import dev.unknot.platform.problem.Rejection;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A pattern about to be withdrawn, and what that is judged by. The one before it then goes on.
 *
 * @param timetable the therapist's patterns with it
 * @param employedAt locations at which the therapist can be given shifts
 * @param locations those of the shifts' locations that exist
 * @param mayChange whether the caller answers for a location
 * @param today the latest of today's dates at the therapist's locations
 */
public record WithdrawnPattern(
        LocalDate validFrom,
        Timetable timetable,
        Set<LocationId> employedAt,
        Map<LocationId, OpeningTimes> locations,
        Predicate<LocationId> mayChange,
        LocalDate today) {

    /** The patterns without it; the first rule that is broken is thrown. */
    public Timetable accepted() {
        Rota withdrawn = timetable.patterns().get(validFrom);
        if (withdrawn == null) {
            throw Rejection.notFound("unknown-pattern", "No pattern of the therapist begins on " + validFrom + ".");
        }
        if (!validFrom.isAfter(today)) {
            throw Rejection.conflict(
                            "pattern-begun",
                            "The pattern has begun on " + validFrom
                                    + " and stays. Put another one that begins today or later.")
                    .at("validFrom");
        }
        Timetable afterwards = afterwards();
        Rota goesOn = afterwards.inForceOn(validFrom).orElse(Rota.none(validFrom));
        new ForeignShifts(employedAt, mayChange)
                .refusal(withdrawn, goesOn)
                .map(foreign -> ForeignShifts.notYours())
                .or(() -> ShiftOverlap.refusal(this))
                .ifPresent(refusal -> {
                    throw refusal;
                });
        return afterwards;
    }

    Timetable afterwards() {
        return timetable.without(validFrom);
    }
}
