package dev.unknot.booking.availability;

import java.time.Instant;
import java.util.List;

/**
 * For whom is asked.
 *
 * @param missed when the visits started to which they did not come
 */
record Guest(ClientStanding standing, List<Instant> missed) {

    Guest {
        missed = List.copyOf(missed);
    }
}
