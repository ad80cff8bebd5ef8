package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.terms.Quote;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What visits cost now, by the terms that the index knows: a search shows the same. */
@Component
class Prices {

    private final Availability availability;

    Prices(Availability availability) {
        this.availability = availability;
    }

    /**
     * Null: it is not sold there in that length. Refuses add-ons that are not given there.
     *
     * @param clients at least 1
     */
    @Nullable
    Quote of(
            LocationId location, TreatmentSnapshot treatment, int minutes, int clients, @Nullable List<String> addOns) {
        return Quote.of(availability.terms(location), treatment, minutes, clients, addOns == null ? List.of() : addOns)
                .orElse(null);
    }

    /**
     * As it was agreed on for as long as the length stays and the location, or another that takes the same currency; else
     * what it costs now.
     */
    @Nullable
    Quote after(Appointment before, LocationId location, TreatmentSnapshot treatment, int minutes) {
        Visit visit = before.visit();
        if (minutes == visit.length() && location.equals(visit.locationId())) {
            return visit.agreed();
        }
        Quote now = of(location, treatment, minutes, before.participants().size(), visit.addOnCodes());
        boolean agreed = now != null
                && minutes == visit.length()
                && now.price().currency().equals(visit.price().currency());
        return agreed ? visit.agreed() : now;
    }
}
