package dev.unknot.booking.availability;

import dev.unknot.common.appointment.AddOn;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.money.Money;
import dev.unknot.common.treatment.TreatmentId;

/**
 * What a visit was agreed on, which it keeps at another time at its location, sold or not.
 *
 * @param minutes of the treatment, without add-ons
 * @param addedMinutes by which add-ons lengthen it
 * @param price of all who take part
 */
public record Agreement(LocationId location, TreatmentId treatment, int minutes, int addedMinutes, Money price) {

    static Agreement of(AppointmentSnapshot visit) {
        int added = visit.addOns().stream().mapToInt(AddOn::minutes).sum();
        return new Agreement(visit.locationId(), visit.treatmentId(), visit.minutes() - added, added, visit.price());
    }
}
