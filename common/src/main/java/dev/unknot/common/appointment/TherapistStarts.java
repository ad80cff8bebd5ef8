package dev.unknot.common.appointment;

import dev.unknot.common.therapist.TherapistId;
import java.time.Instant;
import java.util.List;

/**
 * When a therapist could begin the shortest session of anything that a location sells, preparation, rest, rooms and rules
 * counted. Each instant is in one of the two lists, and each list ascends.
 *
 * @param starts that keep every rule
 * @param waivable that staff may book with soft rules set aside, and nobody without
 */
public record TherapistStarts(TherapistId therapistId, List<Instant> starts, List<Instant> waivable) {

    public TherapistStarts {
        starts = List.copyOf(starts);
        waivable = List.copyOf(waivable);
    }
}
