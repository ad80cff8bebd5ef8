package dev.unknot.therapist;

import dev.unknot.common.time.Era;
import dev.unknot.common.time.LastDay;
import dev.unknot.platform.problem.Rejection;
import java.time.LocalDate;

/** The day after which something is over for good. */
public final class LastDays {

    private LastDays() {}

    public static LocalDate of(LastDay request) {
        if (!Era.includes(request.lastDay())) {
            throw Rejection.malformed("invalid-request", "A last day lies in the years 1970 to 2199.", "lastDay");
        }
        return request.lastDay();
    }
}
