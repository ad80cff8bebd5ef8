package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.TherapistStarts;
import dev.unknot.common.therapist.TherapistId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a day looks like to somebody at some moment.
 *
 * @param ownHolds the times that they hold themselves
 * @param starts when each therapist could begin anything that is sold; null: nobody can say right now
 */
record Looking(
        Instant now, Set<AppointmentId> ownHolds, @Nullable Map<TherapistId, TherapistStarts> starts) {

    /** With nothing held, where nobody can say what could be sold. */
    static Looking at(Instant now) {
        return new Looking(now, Set.of(), null);
    }

    /** Null: nobody can say; empty: nothing. */
    @Nullable
    TherapistStarts startsOf(TherapistId therapist) {
        return starts == null
                ? null
                : starts.getOrDefault(therapist, new TherapistStarts(therapist, List.of(), List.of()));
    }
}
