package dev.unknot.booking.availability;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.TimeRange;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session agreed on, with what it was agreed on.
 *
 * @param atWork how long each of its therapists is taken, preparation and rest included
 * @param places the places in rooms it has, as claims name them
 * @param skill what its treatment takes; null: anyone gives it
 * @param capability what its treatment needs of a room; null: nothing
 */
public record Session(
        LocationId location,
        ZoneId zone,
        TimeRange during,
        Map<TherapistId, TimeRange> atWork,
        Set<UUID> places,
        @Nullable String skill,
        @Nullable String capability) {

    public Session {
        atWork = Map.copyOf(atWork);
        places = Set.copyOf(places);
    }
}
