package dev.unknot.booking.availability;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One start that somebody wants.
 *
 * @param minutes of the treatment
 * @param addedMinutes by which add-ons lengthen the session
 * @param therapist null: any
 * @param moving the appointment whose own claims do not count
 * @param waived codes of soft rules to leave out; codes of hard rules have no effect
 * @param ignoreClaims judge by everything but claims, for who leaves those to the database
 * @param overbook whether the therapist's own claims are left out, and nobody else's
 * @param asAgreed whether it is what {@code moving} was booked for, so that nobody asks whether it is still sold
 */
public record BookingWish(
        TreatmentSnapshot treatment,
        int minutes,
        int addedMinutes,
        LocationId location,
        Instant start,
        @Nullable TherapistId therapist,
        @Nullable ClientId client,
        @Nullable AppointmentId moving,
        Set<String> waived,
        boolean ignoreClaims,
        boolean overbook,
        boolean asAgreed,
        Instant now) {

    public BookingWish {
        waived = Set.copyOf(waived);
    }

    /** Without add-ons, of time that nobody else has. */
    public BookingWish(
            TreatmentSnapshot treatment,
            int minutes,
            LocationId location,
            Instant start,
            @Nullable TherapistId therapist,
            @Nullable ClientId client,
            @Nullable AppointmentId moving,
            Set<String> waived,
            boolean ignoreClaims,
            Instant now) {
        this(
                treatment,
                minutes,
                0,
                location,
                start,
                therapist,
                client,
                moving,
                waived,
                ignoreClaims,
                false,
                false,
                now);
    }
}
