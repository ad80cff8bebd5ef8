package dev.unknot.therapist.schedule;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.Shift;
import dev.unknot.platform.problem.Rejection;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A pattern covers all locations, so a manager of one must leave the shifts at the others as they are: on the same dates,
 * whatever the weeks of the rotas. Where the therapist is no longer employed, nobody has to.
 */
record ForeignShifts(Set<LocationId> employedAt, Predicate<LocationId> mayChange) {

    Optional<Rejection> refusal(Rota before, Rota next) {
        LocalDate monday =
                Rota.monday(next.validFrom().isAfter(before.validFrom()) ? next.validFrom() : before.validFrom());
        int weeks = leastCommonMultiple(before.weeks(), next.weeks());
        Set<Rota.Dated> had = before.rounds(monday, weeks);
        Optional<Rejection> added = IntStream.range(0, next.shifts().size())
                .filter(i -> foreign(next.shifts().get(i))
                        && !had.containsAll(next.rounds(next.shifts().get(i), monday, weeks)))
                .mapToObj(i -> notYours().at("shifts[" + i + "].locationId"))
                .findFirst();
        return added.or(() -> {
            Set<Rota.Dated> dropped = new HashSet<>(had);
            dropped.removeAll(next.rounds(monday, weeks));
            return dropped.stream().anyMatch(dated -> foreign(dated.shift()))
                    ? Optional.of(notYours().at("shifts"))
                    : Optional.empty();
        });
    }

    private boolean foreign(Shift shift) {
        return employedAt.contains(shift.locationId()) && !mayChange.test(shift.locationId());
    }

    static Rejection notYours() {
        return Rejection.forbidden(
                "location-not-yours", "Shifts at a location that is not yours stay as they are in the week before.");
    }

    private static int leastCommonMultiple(int one, int other) {
        int multiple = one;
        while (multiple % other != 0) {
            multiple += one;
        }
        return multiple;
    }
}
