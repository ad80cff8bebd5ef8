package dev.unknot.booking.availability;

import dev.unknot.common.client.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a wish is held against that no constraint can say, as it is under the locks.
 *
 * @param neighbours of the clients and of all therapists who come into question, {@link #REACH} before and after
 * @param missed when the visits started to which a client did not come
 */
public record Surroundings(List<Neighbour> neighbours, Map<ClientId, List<Instant>> missed) {

    /** In days: a week and one day, for the week of any zone. */
    public static final int REACH = 8;

    public Surroundings {
        neighbours = List.copyOf(neighbours);
        missed = Map.copyOf(missed);
    }
}
