package dev.unknot.therapist.schedule;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.PutOverride.DayShift;
import dev.unknot.common.therapist.Shift;
import dev.unknot.platform.problem.Rejection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A change of what goes on one date instead of the pattern, and what it is judged by.
 *
 * @param shifts none: they do not work that day, or go back to the pattern
 * @param afterwards the therapist's timetable with the change made
 * @param employedAt locations at which the therapist can be given shifts
 * @param locations those of the shifts' locations, old and new, that exist
 * @param today the earliest of today's dates at the therapist's locations
 */
public record NewOverride(
        LocalDate date,
        List<DayShift> shifts,
        Timetable afterwards,
        Set<LocationId> employedAt,
        Map<LocationId, OpeningTimes> locations,
        LocalDate today) {

    public static NewOverride put(
            LocalDate date,
            List<DayShift> shifts,
            Timetable before,
            Set<LocationId> employedAt,
            Map<LocationId, OpeningTimes> locations,
            LocalDate today) {
        return new NewOverride(date, shifts, before.overridden(date, shifts), employedAt, locations, today);
    }

    /** Back to the pattern. */
    public static NewOverride lifted(
            LocalDate date,
            Timetable before,
            Set<LocationId> employedAt,
            Map<LocationId, OpeningTimes> locations,
            LocalDate today) {
        return new NewOverride(date, List.of(), before.notOverridden(date), employedAt, locations, today);
    }

    /** The timetable with the change; the first rule it breaks is thrown. */
    public Timetable accepted() {
        OverrideRules.ALL.stream()
                .map(rule -> rule.refusal(this))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(refusal -> {
                    throw refusal;
                });
        return afterwards;
    }

    /** Of the shift that comes around; −1 if it is not one of these. */
    int indexOf(Timetable.Occurrence occurrence) {
        Shift shift = occurrence.shift();
        return occurrence.override() && occurrence.since().equals(date)
                ? shifts.lastIndexOf(new DayShift(shift.locationId(), shift.start(), shift.end()))
                : -1;
    }

    /** A rule of what may go on one date. */
    @FunctionalInterface
    interface Rule {

        Optional<Rejection> refusal(NewOverride override);
    }
}
