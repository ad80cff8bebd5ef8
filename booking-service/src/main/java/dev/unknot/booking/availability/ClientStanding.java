package dev.unknot.booking.availability;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.therapist.TherapistId;
import java.util.Set;

/**
 * What a client is not booked for, as of the client's version.
 *
 * @param barred for anything
 * @param avoids with these therapists
 */
public record ClientStanding(ClientId client, long version, boolean barred, Set<TherapistId> avoids) {

    public ClientStanding {
        avoids = Set.copyOf(avoids);
    }

    public static ClientStanding of(ClientSnapshot client, long version) {
        return new ClientStanding(client.id(), version, client.barred(), client.avoids());
    }

    /** Of whom nothing stands in the way. */
    public static ClientStanding good(ClientId client, long version) {
        return new ClientStanding(client, version, false, Set.of());
    }

    boolean isGood() {
        return !barred && avoids.isEmpty();
    }
}
