package dev.unknot.booking.availability;

import dev.unknot.common.therapist.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody for whom is asked.
 *
 * @param time null: they have never been booked
 */
record Visitor(Guest guest, @Nullable Resource time) {

    boolean avoids(TherapistId therapist) {
        return guest.standing().avoids().contains(therapist);
    }
}
