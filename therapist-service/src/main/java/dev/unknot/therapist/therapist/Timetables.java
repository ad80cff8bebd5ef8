package dev.unknot.therapist.therapist;

import dev.unknot.therapist.schedule.Timetable;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Patterns and overrides together, as working time is expanded from them. */
@Component
class Timetables {

    private final Patterns patterns;
    private final Overrides overrides;

    Timetables(Patterns patterns, Overrides overrides) {
        this.patterns = patterns;
        this.overrides = overrides;
    }

    Timetable of(UUID therapist) {
        return patterns.of(therapist).overridden(overrides.of(therapist));
    }

    /** One for each of the therapists. */
    Map<UUID, Timetable> of(Collection<UUID> therapists) {
        var weeks = patterns.of(therapists);
        var dates = overrides.of(therapists);
        return therapists.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> weeks.getOrDefault(id, Timetable.NONE)
                                .overridden(dates.getOrDefault(id, new TreeMap<>()))));
    }
}
