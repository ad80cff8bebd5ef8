package dev.unknot.booking.availability;

import static dev.unknot.booking.availability.Clinic.ANNA;
import static dev.unknot.booking.availability.Clinic.MIRA;
import static dev.unknot.booking.availability.Clinic.NOW;
import static dev.unknot.booking.availability.Clinic.PRATER;
import static dev.unknot.booking.availability.Clinic.ZONE;
import static dev.unknot.booking.availability.Clinic.at;
import static dev.unknot.booking.availability.Clinic.swedish;
import static dev.unknot.booking.availability.Clinic.therapist;
import static dev.unknot.booking.availability.Clinic.treatment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Wishes for the practice at the Prater, Mira and Anna unless somebody else is named. */
record Wishes(Availability availability) {

    Verdict assess(TreatmentSnapshot treatment, int minutes, Instant start) {
        return availability.assess(
                new BookingWish(treatment, minutes, PRATER, start, MIRA, ANNA, null, Set.of(), false, NOW));
    }

    Verdict assess(TreatmentSnapshot treatment, Instant start, Instant now, Set<String> waived) {
        return availability.assess(new BookingWish(treatment, 60, PRATER, start, MIRA, ANNA, null, waived, false, now));
    }

    Verdict assess(LocationId location, @Nullable TherapistId therapist) {
        return availability.assess(
                new BookingWish(swedish(), 60, location, at(10, 0), therapist, null, null, Set.of(), false, NOW));
    }

    Verdict fits(RoomPlace place) {
        return new Verdict.Fits(
                List.of(new Assignment(MIRA, place, ZONE, availability.version(MIRA), availability.version(PRATER))));
    }

    static void assertRefused(Verdict verdict, Rule rule) {
        assertThat(verdict).isEqualTo(Verdict.Refused.by(rule));
    }
}
