package dev.unknot.frontdesk.visit;

import dev.unknot.common.therapist.TherapistId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A week of times a visit could move to.
 *
 * @param from its first local day
 * @param earlier where the week before begins; null: it has passed
 * @param names of all therapists in it
 */
public record FreeWeek(
        LocalDate from,
        @Nullable LocalDate earlier,
        LocalDate later,
        List<FreeDay> days,
        Map<TherapistId, String> names) {

    public FreeWeek {
        days = List.copyOf(days);
        names = Map.copyOf(names);
    }
}
