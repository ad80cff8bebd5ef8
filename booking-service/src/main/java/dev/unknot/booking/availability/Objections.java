package dev.unknot.booking.availability;

import dev.unknot.common.therapist.TherapistId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands against a wish beside the claims.
 *
 * @param toClients null: nothing
 * @param toTherapists who of them cannot have it, and why
 */
public record Objections(PartyVerdict.@Nullable Refused toClients, Map<TherapistId, Verdict.Refused> toTherapists) {

    public Objections {
        toTherapists = Map.copyOf(toTherapists);
    }
}
