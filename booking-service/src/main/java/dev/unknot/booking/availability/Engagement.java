package dev.unknot.booking.availability;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a {@link Commitment} as of one version, once for all it has claimed: an index holds a million. Each is
 * equal to itself alone.
 */
final class Engagement {

    private static final int NO_SESSION = Integer.MIN_VALUE;

    private final UUID id;
    private final long version;
    private final @Nullable LocationId location;
    private final @Nullable Agreement agreement;
    private final int start;
    private final int end;
    private final List<Resource> resources;
    private final long until;

    /**
     * @param location as the commitment has it, one object for all that have it
     * @param agreement the same of its agreement
     * @param resources what it has claims on
     * @param until the cell to which it must be remembered: the end of the last claim it is known to have had, since an
     *     older version, come late, would make that claim again
     */
    Engagement(
            Commitment commitment,
            @Nullable LocationId location,
            @Nullable Agreement agreement,
            List<Resource> resources,
            long until) {
        TimeRange session = commitment.session();
        this.id = commitment.id();
        this.version = commitment.version();
        this.location = location;
        this.agreement = agreement;
        this.start = session == null ? NO_SESSION : Math.toIntExact(Grid.cell(session.start()));
        this.end = session == null ? NO_SESSION : Math.toIntExact(CellTime.ceil(session.end()));
        this.resources = List.copyOf(resources);
        this.until = until;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    /** Null: nowhere in particular. */
    @Nullable
    LocationId location() {
        return location;
    }

    /** Null: nothing has been agreed on. */
    @Nullable
    Agreement agreement() {
        return agreement;
    }

    /** A block has none. */
    boolean hasSession() {
        return start != NO_SESSION;
    }

    /** First cell of the session. */
    int start() {
        return start;
    }

    /** First cell after the session. */
    int end() {
        return end;
    }

    List<Resource> resources() {
        return resources;
    }

    long until() {
        return until;
    }
}
