package dev.unknot.frontdesk.clinic;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.terms.BookingPolicyView;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** On what conditions a location takes bookings, in booking-service. */
@HttpExchange("/api/v1/locations/{id}/booking-policy")
public interface BookingPolicies {

    /** Of version 0, and the usual one, where it has none of its own. */
    @GetExchange
    BookingPolicyView of(Bearer by, @PathVariable LocationId id);
}
