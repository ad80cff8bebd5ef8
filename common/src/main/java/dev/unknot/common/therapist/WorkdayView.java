package dev.unknot.common.therapist;

import dev.unknot.common.time.TimeRange;
import java.util.List;

/**
 * Who works when at a location, as {@code GET /api/v1/locations/{id}/workday} shows it.
 *
 * @param working ascending, disjoint, inside what was asked for; breaks lie between; empty: employed there and not working
 * @param off times off inside what was asked for
 */
public record WorkdayView(TherapistId therapistId, String name, List<TimeRange> working, List<TimeRange> off) {

    public WorkdayView {
        working = List.copyOf(working);
        off = List.copyOf(off);
    }
}
