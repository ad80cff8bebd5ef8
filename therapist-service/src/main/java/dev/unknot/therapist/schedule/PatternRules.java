package dev.unknot.therapist.schedule;

import dev.unknot.common.therapist.Shift;
import dev.unknot.common.time.Grid;
import dev.unknot.platform.problem.Rejection;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What a weekly pattern may be, in the order in which it is judged. Opening hours are no rule: they cut shifts off. */
final class PatternRules {

    static final List<NewPattern.Rule> ALL = List.of(
            PatternRules::validFromIsACalendarDate,
            PatternRules::patternsAreFew,
            PatternRules::shiftsLieOnTheGrid,
            PatternRules::locationsExist,
            PatternRules::therapistIsEmployedThere,
            PatternRules::callerAnswersForTheLocation,
            ShiftOverlap::refusal);

    /** A pattern every fortnight for four years. */
    static final int MOST_PATTERNS = 104;

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

    private PatternRules() {}

    private static Optional<Rejection> validFromIsACalendarDate(NewPattern pattern) {
        return pattern.validFrom().isBefore(FIRST_DAY) || pattern.validFrom().isAfter(LAST_DAY)
                ? Optional.of(Rejection.invalid(
                        "valid-from-out-of-range",
                        "A pattern begins between " + FIRST_DAY + " and " + LAST_DAY + ", but was to begin on "
                                + pattern.validFrom() + ".",
                        "validFrom"))
                : Optional.empty();
    }

    private static Optional<Rejection> patternsAreFew(NewPattern pattern) {
        return pattern.afterwards().patterns().size() > MOST_PATTERNS
                ? Optional.of(Rejection.invalid(
                        "too-many-patterns", "A therapist has at most " + MOST_PATTERNS + " patterns."))
                : Optional.empty();
    }

    private static Optional<Rejection> shiftsLieOnTheGrid(NewPattern pattern) {
        return firstShift(pattern, shift -> !Grid.fits(shift.start()) || !Grid.fits(shift.end()))
                .map(i -> Rejection.invalid(
                        "shift-off-grid",
                        "Shifts start and end on full five minutes, but this one is " + words(pattern, i) + ".",
                        "shifts[" + i + "]"));
    }

    private static Optional<Rejection> locationsExist(NewPattern pattern) {
        return firstShift(pattern, shift -> !pattern.locations().containsKey(shift.locationId()))
                .map(i -> Rejection.invalid(
                        "unknown-location",
                        "There is no location " + pattern.shifts().get(i).locationId() + ".",
                        "shifts[" + i + "].locationId"));
    }

    private static Optional<Rejection> therapistIsEmployedThere(NewPattern pattern) {
        return firstShift(pattern, shift -> !pattern.employedAt().contains(shift.locationId()))
                .map(i -> Rejection.invalid(
                        "not-employed-there",
                        "The therapist is not employed at the location of the shift " + words(pattern, i) + ".",
                        "shifts[" + i + "].locationId"));
    }

    // A pattern covers all locations, so a manager of one must send the shifts at the others along: as they were.
    private static Optional<Rejection> callerAnswersForTheLocation(NewPattern pattern) {
        Set<Shift> before = new HashSet<>(pattern.timetable().inForceOn(pattern.validFrom()));
        Set<Shift> dropped = new HashSet<>(before);
        pattern.shifts().forEach(dropped::remove);
        Optional<Rejection> added = firstShift(
                        pattern, shift -> !pattern.mayChange().test(shift.locationId()) && !before.contains(shift))
                .map(i -> notYours().at("shifts[" + i + "].locationId"));
        return added.or(() -> dropped.stream()
                .filter(shift -> !pattern.mayChange().test(shift.locationId()))
                .findAny()
                .map(shift -> notYours().at("shifts")));
    }

    private static Rejection notYours() {
        return Rejection.forbidden(
                "location-not-yours", "Shifts at a location that is not yours stay as they are in the week before.");
    }

    private static Optional<Integer> firstShift(NewPattern pattern, Predicate<Shift> broken) {
        return IntStream.range(0, pattern.shifts().size())
                .boxed()
                .filter(i -> broken.test(pattern.shifts().get(i)))
                .findFirst();
    }

    private static String words(NewPattern pattern, int index) {
        return ShiftOverlap.words(pattern.shifts().get(index));
    }
}
