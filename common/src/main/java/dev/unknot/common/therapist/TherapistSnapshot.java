package dev.unknot.common.therapist;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import dev.unknot.common.time.TimeRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A therapist as they now are, with their working time already expanded into instants.
 *
 * @param skills codes such as {@code swedish}, {@code deep-tissue}
 * @param licensedUntil last day, in the zone of the place of work, on which they may treat; null: no end known
 * @param horizon the range over which {@code workingTime} is known
 * @param workingTime ascending by start, disjoint, inside {@code horizon}
 * @param closed what of their shifts is not worked because the location is closed then, in the same form
 * @param timeOff what of their shifts is not worked because they are away, nobody is told why, in the same form
 * @param lastDay on which they work, by the clock of each place of work; null: they stay
 */
@Announced(type = "dev.unknot.therapist.snapshot.v1", topic = Topics.THERAPISTS)
public record TherapistSnapshot(
        TherapistId id,
        String name,
        Gender gender,
        Set<String> skills,
        @Nullable LocalDate licensedUntil,
        TherapistState state,
        TimeRange horizon,
        List<WorkingTime> workingTime,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WorkingTime> closed,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WorkingTime> timeOff,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate lastDay)
        implements TherapistEvent {

    public TherapistSnapshot {
        skills = Set.copyOf(skills);
        workingTime = List.copyOf(workingTime);
        // Both are missing in what was written before they were told apart.
        closed = closed == null ? List.of() : List.copyOf(closed);
        timeOff = timeOff == null ? List.of() : List.copyOf(timeOff);
    }

    /** Who stays. */
    public TherapistSnapshot(
            TherapistId id,
            String name,
            Gender gender,
            Set<String> skills,
            @Nullable LocalDate licensedUntil,
            TherapistState state,
            TimeRange horizon,
            List<WorkingTime> workingTime,
            List<WorkingTime> closed,
            List<WorkingTime> timeOff) {
        this(id, name, gender, skills, licensedUntil, state, horizon, workingTime, closed, timeOff, null);
    }

    /** Who works every shift. */
    public TherapistSnapshot(
            TherapistId id,
            String name,
            Gender gender,
            Set<String> skills,
            @Nullable LocalDate licensedUntil,
            TherapistState state,
            TimeRange horizon,
            List<WorkingTime> workingTime) {
        this(id, name, gender, skills, licensedUntil, state, horizon, workingTime, List.of(), List.of());
    }

    @Override
    public UUID subject() {
        return id.value();
    }
}
