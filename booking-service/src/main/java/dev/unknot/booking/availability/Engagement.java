package dev.unknot.booking.availability;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a {@link Commitment}, once for all it has claimed: an index holds a million.
 *
 * @param location null: nowhere in particular
 * @param start first cell of the session; {@link #NO_SESSION} when there is none
 * @param end first cell after it
 * @param resources what it has claims on
 * @param until how long it must be remembered: to the end of the last claim it is known to have had, since an older
 *     version, come late, would make that claim again
 */
record Engagement(
        UUID id,
        long version,
        @Nullable LocationId location,
        int start,
        int end,
        List<Resource> resources,
        long until) {

    static final int NO_SESSION = Integer.MIN_VALUE;

    static Engagement of(Commitment commitment, @Nullable LocationId location, List<Resource> resources, long until) {
        TimeRange session = commitment.session();
        return new Engagement(
                commitment.id(),
                commitment.version(),
                location,
                session == null ? NO_SESSION : Math.toIntExact(Grid.cell(session.start())),
                session == null ? NO_SESSION : Math.toIntExact(CellTime.ceil(session.end())),
                resources,
                until);
    }

    boolean hasSession() {
        return start != NO_SESSION;
    }
}
