package dev.unknot.booking.availability;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A chain of clinics as it is, and everything that was ever announced about it.
 *
 * @param claims of each appointment as it stands
 * @param expiries until when the claims of those held count
 * @param events all versions of everything, each of which must be learnable in any order and number
 */
record World(
        TimeRange time,
        List<LocationSnapshot> locations,
        List<TherapistSnapshot> therapists,
        List<ClientId> clients,
        Map<AppointmentId, List<Claim>> claims,
        Map<AppointmentId, Instant> expiries,
        TreatmentSnapshot treatment,
        List<Consumer<Availability>> events) {

    Availability learned(List<Consumer<Availability>> order) {
        Availability availability = new Availability();
        order.forEach(event -> event.accept(availability));
        return availability;
    }
}
