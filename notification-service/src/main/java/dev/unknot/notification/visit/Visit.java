package dev.unknot.notification.visit;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.treatment.TreatmentId;
import java.time.Instant;
import java.time.ZoneId;

/** An appointment as last announced. */
public record Visit(
        AppointmentId appointmentId,
        AppointmentStatus status,
        long revision,
        Instant start,
        ZoneId zone,
        LocationId locationId,
        TreatmentId treatmentId,
        int minutes) {
    /** Whether the client is still expected. */
    public boolean ahead() {
        return isAhead(status);
    }

    public static boolean isAhead(AppointmentStatus status) {
        return status == AppointmentStatus.BOOKED || status == AppointmentStatus.CONFIRMED;
    }
}
