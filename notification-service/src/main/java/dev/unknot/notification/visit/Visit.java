package dev.unknot.notification.visit;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.treatment.TreatmentId;
import java.time.Duration;
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
    public static Visit of(AppointmentSnapshot appointment) {
        return new Visit(
                appointment.id(),
                appointment.status(),
                appointment.revision(),
                appointment.start(),
                appointment.zone(),
                appointment.locationId(),
                appointment.treatmentId(),
                appointment.minutes());
    }

    public Instant end() {
        return start.plus(Duration.ofMinutes(minutes));
    }

    /** Whether the client is still expected. */
    public boolean ahead() {
        return status == AppointmentStatus.BOOKED || status == AppointmentStatus.CONFIRMED;
    }
}
