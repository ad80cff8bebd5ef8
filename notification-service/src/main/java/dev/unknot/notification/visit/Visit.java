package dev.unknot.notification.visit;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.series.SeriesId;
import dev.unknot.common.treatment.TreatmentId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as last announced.
 *
 * @param seriesId of the series it belongs to; null: none
 * @param uncovered whether there is no therapist or no room for it as it stands; the clinic looks for a way
 */
public record Visit(
        AppointmentId appointmentId,
        AppointmentStatus status,
        long revision,
        Instant start,
        ZoneId zone,
        LocationId locationId,
        TreatmentId treatmentId,
        int minutes,
        @Nullable SeriesId seriesId,
        boolean uncovered) {
    /** Of no series, and covered. */
    public Visit(
            AppointmentId appointmentId,
            AppointmentStatus status,
            long revision,
            Instant start,
            ZoneId zone,
            LocationId locationId,
            TreatmentId treatmentId,
            int minutes) {
        this(appointmentId, status, revision, start, zone, locationId, treatmentId, minutes, null, false);
    }

    public static Visit of(AppointmentSnapshot appointment) {
        return new Visit(
                appointment.id(),
                appointment.status(),
                appointment.revision(),
                appointment.start(),
                appointment.zone(),
                appointment.locationId(),
                appointment.treatmentId(),
                appointment.minutes(),
                appointment.seriesId(),
                appointment.displaced() != null);
    }

    /** The same visit as it was to be by those terms. */
    public Visit as(Terms terms) {
        return new Visit(
                appointmentId,
                status,
                revision,
                terms.start(),
                terms.zone(),
                terms.locationId(),
                terms.treatmentId(),
                terms.minutes(),
                seriesId,
                uncovered);
    }

    public Instant end() {
        return start.plus(Duration.ofMinutes(minutes));
    }

    /** Whether the client is still expected. */
    public boolean ahead() {
        return status == AppointmentStatus.BOOKED || status == AppointmentStatus.CONFIRMED;
    }
}
