package dev.unknot.therapist.schedule;

import dev.unknot.common.therapist.Shift;
import dev.unknot.common.time.Grid;
import dev.unknot.platform.problem.Rejection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What a pattern may be, in the order in which it is judged. Opening hours are no rule: they cut shifts off. */
final class PatternRules {

    static final List<NewPattern.Rule> ALL = List.of(
            PatternRules::validFromIsACalendarDate,
            PatternRules::patternsAreFew,
            PatternRules::shiftsAreOfItsWeeks,
            PatternRules::shiftsLieOnTheGrid,
            PatternRules::shiftsLast,
            PatternRules::locationsExist,
            PatternRules::therapistIsEmployedThere,
            PatternRules::callerAnswersForTheLocation,
            ShiftOverlap::refusal);

    /** Of those in force or to come: a new one every fortnight for four years. */
    static final int MOST_PATTERNS = 104;

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

    private PatternRules() {}

    private static Optional<Rejection> validFromIsACalendarDate(NewPattern pattern) {
        return pattern.rota().validFrom().isBefore(FIRST_DAY)
                        || pattern.rota().validFrom().isAfter(LAST_DAY)
                ? Optional.of(Rejection.invalid(
                        "valid-from-out-of-range",
                        "A pattern begins between " + FIRST_DAY + " and " + LAST_DAY + ", but was to begin on "
                                + pattern.rota().validFrom() + ".",
                        "validFrom"))
                : Optional.empty();
    }

    private static Optional<Rejection> patternsAreFew(NewPattern pattern) {
        return pattern.afterwards().inForceFrom(pattern.today()).size() > MOST_PATTERNS
                ? Optional.of(Rejection.invalid(
                        "too-many-patterns",
                        "A therapist has at most " + MOST_PATTERNS + " patterns that are in force or still to begin.",
                        "validFrom"))
                : Optional.empty();
    }

    private static Optional<Rejection> shiftsAreOfItsWeeks(NewPattern pattern) {
        int weeks = pattern.rota().weeks();
        return firstShift(pattern, shift -> shift.week() > weeks)
                .map(i -> Rejection.invalid(
                        "week-beyond-rota",
                        "The rota begins anew after week " + weeks + ", but this shift is of week "
                                + pattern.rota().shifts().get(i).week() + ".",
                        "shifts[" + i + "].week"));
    }

    private static Optional<Rejection> shiftsLieOnTheGrid(NewPattern pattern) {
        return firstShift(pattern, shift -> !Grid.fits(shift.start()) || !Grid.fits(shift.end()))
                .map(i -> Rejection.invalid(
                        "shift-off-grid",
                        "Shifts start and end on full five minutes, but this one is " + words(pattern, i) + ".",
                        "shifts[" + i + "]"));
    }

    private static Optional<Rejection> shiftsLast(NewPattern pattern) {
        return firstShift(pattern, shift -> shift.start().equals(shift.end()))
                .map(i -> Rejection.invalid(
                        "shift-empty",
                        "A shift ends at another time than it starts, but this one is " + words(pattern, i) + ".",
                        "shifts[" + i + "]"));
    }

    private static Optional<Rejection> locationsExist(NewPattern pattern) {
        return firstShift(pattern, shift -> !pattern.locations().containsKey(shift.locationId()))
                .map(i -> Rejection.invalid(
                        "unknown-location",
                        "There is no location " + pattern.rota().shifts().get(i).locationId() + ".",
                        "shifts[" + i + "].locationId"));
    }

    private static Optional<Rejection> therapistIsEmployedThere(NewPattern pattern) {
        return firstShift(pattern, shift -> !pattern.employedAt().contains(shift.locationId()))
                .map(i -> Rejection.invalid(
                        "not-employed-there",
                        "The therapist is not employed at the location of the shift " + words(pattern, i) + ".",
                        "shifts[" + i + "].locationId"));
    }

    private static Optional<Rejection> callerAnswersForTheLocation(NewPattern pattern) {
        LocalDate from = pattern.rota().validFrom();
        Rota before = pattern.timetable().inForceOn(from).orElse(Rota.none(from));
        return new ForeignShifts(pattern.employedAt(), pattern.mayChange()).refusal(before, pattern.rota());
    }

    private static Optional<Integer> firstShift(NewPattern pattern, Predicate<Shift> broken) {
        return IntStream.range(0, pattern.rota().shifts().size())
                .boxed()
                .filter(i -> broken.test(pattern.rota().shifts().get(i)))
                .findFirst();
    }

    private static String words(NewPattern pattern, int index) {
        return ShiftOverlap.words(pattern.rota().shifts().get(index));
    }
}
