package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Session;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.Displacement;
import dev.unknot.common.appointment.ResourceKind;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Of an appointment ahead, what its cover is judged by.
 *
 * @param claims on therapists and places
 */
record VisitAhead(
        AppointmentId id,
        LocationId location,
        ZoneId zone,
        TreatmentId treatment,
        TimeRange during,
        @Nullable Displacement displaced,
        List<Claim> claims) {

    Session session(TreatmentSnapshot agreed) {
        return new Session(location, zone, during, atWork(), places(), agreed.skill(), agreed.capability());
    }

    Set<TherapistId> therapists() {
        return atWork().keySet();
    }

    private Map<TherapistId, TimeRange> atWork() {
        return claims.stream()
                .filter(claim -> claim.kind() == ResourceKind.THERAPIST)
                .collect(Collectors.toMap(claim -> new TherapistId(claim.ownerId()), Claim::during));
    }

    private Set<UUID> places() {
        return claims.stream()
                .filter(claim -> claim.kind() == ResourceKind.ROOM)
                .map(Claim::resourceId)
                .collect(Collectors.toSet());
    }
}
