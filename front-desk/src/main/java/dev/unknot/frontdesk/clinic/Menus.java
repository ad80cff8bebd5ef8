package dev.unknot.frontdesk.clinic;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.terms.MenuView;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What a location sells and for how much, in booking-service. */
@HttpExchange("/api/v1/locations/{id}/menu")
public interface Menus {

    /** Of version 0 where it has none of its own and sells what the chain offers. */
    @GetExchange
    MenuView of(Bearer by, @PathVariable LocationId id);
}
