package dev.unknot.frontdesk.clinic;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.terms.BookingPolicy;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How long before its start a client may cancel a visit without its being late. */
@Component
public class CancellationWindow {

    private final BookingPolicies policies;

    CancellationWindow(BookingPolicies policies) {
        this.policies = policies;
    }

    /** The window of the visit's location if {@code now} lies in it; else zero. */
    public Duration missed(AppointmentView visit, Bearer by, Instant now) {
        Duration window = at(visit, by);
        return now.isAfter(visit.start().minus(window)) ? window : Duration.ZERO;
    }

    private Duration at(AppointmentView visit, Bearer by) {
        try {
            return policies.of(by, visit.locationId()).cancellationWindow();
        } catch (Refused cannotSay) {
            // It only warns; booking-service decides.
            return BookingPolicy.USUAL.cancellationWindow();
        }
    }
}
