package dev.unknot.oracle;

import org.jspecify.annotations.Nullable;

/**
 * A treatment; times in minutes, multiples of 5.
 *
 * @param skill what its therapist must have; null: nothing
 * @param capability what its room must have; null: nothing
 * @param before the therapist's preparation before a session
 * @param after the therapist's rest after it
 * @param cadence sessions start at multiples of it since midnight, by the clock on the wall
 * @param notice least time from now to the start
 */
public record Treatment(
        String id,
        @Nullable String skill,
        @Nullable String capability,
        int before,
        int after,
        int cadence,
        int notice) {}
