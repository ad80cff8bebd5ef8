package dev.unknot.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A therapist.
 *
 * @param licensedUntil last day, by the clock of the location, on which they may treat; null: no end
 * @param left whether they have left the chain
 */
public record Therapist(
        String id,
        @Nullable String gender,
        Set<String> skills,
        List<Shift> working,
        @Nullable LocalDate licensedUntil,
        boolean left) {

    public Therapist {
        skills = skills == null ? Set.of() : Set.copyOf(skills);
        working = working == null ? List.of() : List.copyOf(working);
    }

    public Therapist with(List<Shift> otherWorking) {
        return new Therapist(id, gender, skills, otherWorking, licensedUntil, left);
    }

    public Therapist ofGender(@Nullable String other) {
        return new Therapist(id, other, skills, working, licensedUntil, left);
    }
}
