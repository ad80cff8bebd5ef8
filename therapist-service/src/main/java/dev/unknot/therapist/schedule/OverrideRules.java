package dev.unknot.therapist.schedule;

import dev.unknot.common.therapist.PutOverride.DayShift;
import dev.unknot.common.time.Grid;
import dev.unknot.platform.problem.Rejection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What may go on one date instead of the pattern, in the order in which it is judged. */
final class OverrideRules {

    static final List<NewOverride.Rule> ALL = List.of(
            OverrideRules::dateIsACalendarDate,
            OverrideRules::overridesAreFew,
            OverrideRules::shiftsLieOnTheGrid,
            OverrideRules::shiftsLast,
            OverrideRules::locationsExist,
            OverrideRules::therapistIsEmployedThere,
            ShiftOverlap::refusal);

    /** Of today and days to come: half the days of five years. */
    static final int MOST_OVERRIDES = 1_000;

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

    private OverrideRules() {}

    private static Optional<Rejection> dateIsACalendarDate(NewOverride override) {
        return override.date().isBefore(FIRST_DAY) || override.date().isAfter(LAST_DAY)
                ? Optional.of(Rejection.invalid(
                        "override-date-out-of-range",
                        "The date of an override lies between " + FIRST_DAY + " and " + LAST_DAY + ", but was "
                                + override.date() + ".",
                        "date"))
                : Optional.empty();
    }

    private static Optional<Rejection> overridesAreFew(NewOverride override) {
        return override.afterwards().overrides().tailMap(override.today(), true).size() > MOST_OVERRIDES
                ? Optional.of(Rejection.invalid(
                        "too-many-overrides",
                        "A therapist has at most " + MOST_OVERRIDES + " overrides for today and later.",
                        "date"))
                : Optional.empty();
    }

    private static Optional<Rejection> shiftsLieOnTheGrid(NewOverride override) {
        return firstShift(override, shift -> !Grid.fits(shift.start()) || !Grid.fits(shift.end()))
                .map(i -> Rejection.invalid(
                        "shift-off-grid",
                        "Shifts start and end on full five minutes, but this one is " + words(override, i) + ".",
                        "shifts[" + i + "]"));
    }

    private static Optional<Rejection> shiftsLast(NewOverride override) {
        return firstShift(override, shift -> shift.start().equals(shift.end()))
                .map(i -> Rejection.invalid(
                        "shift-empty",
                        "A shift ends at another time than it starts, but this one is " + words(override, i) + ".",
                        "shifts[" + i + "]"));
    }

    private static Optional<Rejection> locationsExist(NewOverride override) {
        return firstShift(override, shift -> !override.locations().containsKey(shift.locationId()))
                .map(i -> Rejection.invalid(
                        "unknown-location",
                        "There is no location " + override.shifts().get(i).locationId() + ".",
                        "shifts[" + i + "].locationId"));
    }

    private static Optional<Rejection> therapistIsEmployedThere(NewOverride override) {
        return firstShift(override, shift -> !override.employedAt().contains(shift.locationId()))
                .map(i -> Rejection.invalid(
                        "not-employed-there",
                        "The therapist is not employed at the location of the shift " + words(override, i) + ".",
                        "shifts[" + i + "].locationId"));
    }

    private static Optional<Integer> firstShift(NewOverride override, Predicate<DayShift> broken) {
        return IntStream.range(0, override.shifts().size())
                .boxed()
                .filter(i -> broken.test(override.shifts().get(i)))
                .findFirst();
    }

    private static String words(NewOverride override, int index) {
        DayShift shift = override.shifts().get(index);
        return override.date() + " " + shift.start() + "–" + shift.end();
    }
}
