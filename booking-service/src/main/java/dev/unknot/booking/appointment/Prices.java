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
     * Refuses add-ons that are not given there.
     *
     * @param clients at least 1
     */
    Price of(
            LocationId location, TreatmentSnapshot treatment, int minutes, int clients, @Nullable List<String> addOns) {
        // The version first: what is read after it is no older.
        long known = availability.termsVersion(location);
        return new Price(
                Quote.of(availability.terms(location), treatment, minutes, clients, addOns == null ? List.of() : addOns)
                        .orElse(null),
                known);
    }

    /**
     * As it was agreed on for as long as the length stays and the location, or another that takes the same currency; else
     * what it costs now.
     */
    Price after(Appointment before, LocationId location, TreatmentSnapshot treatment, int minutes) {
        Visit visit = before.visit();
        if (minutes == visit.length() && location.equals(visit.locationId())) {
            return agreed(visit, location);
        }
        Price now = of(location, treatment, minutes, before.participants().size(), visit.addOnCodes());
        boolean alike = now.quote() != null
                && minutes == visit.length()
                && now.quote().price().currency().equals(visit.price().currency());
        return alike ? new Price(visit.agreed(), now.terms()) : now;
    }

    /** As it was agreed on, wherever it is from now on. */
    Price agreed(Visit visit, LocationId location) {
        return new Price(visit.agreed(), availability.termsVersion(location));
    }
}
