package dev.unknot.common.therapist;

import dev.unknot.common.location.LocationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A therapist as the API shows them, with the patterns in order of {@code validFrom}.
 *
 * @param lastDay on which they work, by the clock of each location; null: they stay
 */
public record TherapistView(
        TherapistId id,
        long version,
        String name,
        Gender gender,
        Set<String> skills,
        @Nullable LocalDate licensedUntil,
        TherapistState state,
        Set<LocationId> locations,
        List<PatternView> patterns,
        @Nullable LocalDate lastDay) {}
