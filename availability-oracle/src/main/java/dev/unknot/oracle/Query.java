package dev.unknot.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a world; null means any.
 *
 * @param minutes length of the session, a multiple of 5
 * @param client whose other appointments must not overlap the session
 * @param from the session lies inside {@code [from, to)}
 * @param moving id of the appointment whose own time does not count
 * @param now nothing starts before it; null: all of this is yet to come
 * @param waived codes of soft rules that are left out
 */
public record Query(
        String treatment,
        int minutes,
        @Nullable Set<String> locations,
        @Nullable String therapist,
        @Nullable String gender,
        @Nullable String client,
        Instant from,
        Instant to,
        @Nullable String moving,
        @Nullable Instant now,
        Set<String> waived) {

    public Query {
        locations = locations == null ? null : Set.copyOf(locations);
        waived = waived == null ? Set.of() : Set.copyOf(waived);
    }

    public Query of(@Nullable String someone) {
        return new Query(treatment, minutes, locations, someone, gender, client, from, to, moving, now, waived);
    }

    public Query ofGender(@Nullable String other) {
        return new Query(treatment, minutes, locations, therapist, other, client, from, to, moving, now, waived);
    }

    public Query movingNothing() {
        return new Query(treatment, minutes, locations, therapist, gender, client, from, to, null, now, waived);
    }

    Query later(Duration by) {
        return new Query(
                treatment,
                minutes,
                locations,
                therapist,
                gender,
                client,
                from.plus(by),
                to.plus(by),
                moving,
                now == null ? null : now.plus(by),
                waived);
    }
}
