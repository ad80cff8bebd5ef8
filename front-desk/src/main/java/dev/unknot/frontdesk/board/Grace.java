package dev.unknot.frontdesk.board;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.terms.BookingPolicy;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.BookingPolicies;
import dev.unknot.frontdesk.clinic.Refused;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How long a location waits for a client who has not come, before they may be said to have missed their visit. */
@Component
public class Grace {

    private final BookingPolicies policies;

    Grace(BookingPolicies policies) {
        this.policies = policies;
    }

    public Duration at(LocationId location, Bearer by) {
        try {
            return policies.of(by, location).noShowGrace();
        } catch (Refused cannotSay) {
            // It only says which buttons are shown; booking-service decides.
            return BookingPolicy.USUAL.noShowGrace();
        }
    }
}
