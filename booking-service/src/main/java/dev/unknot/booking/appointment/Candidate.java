package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Assignment;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.ResourceKind;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A therapist and a place that would do, with the claims a booking of them makes. */
record Candidate(Assignment assignment, Claim therapist, Claim place, Claim client) {

    /**
     * The therapist is claimed with preparation and rest, the place with its turnover, the client for the session alone.
     */
    static Candidate of(
            Assignment assignment, Duration turnover, TreatmentSnapshot treatment, TimeRange session, ClientId client) {
        UUID therapistId = assignment.therapist().value();
        TimeRange atWork = session.padded(
                Duration.ofMinutes(treatment.beforeMinutes()), Duration.ofMinutes(treatment.afterMinutes()));
        return new Candidate(
                assignment,
                new Claim(ResourceKind.THERAPIST, therapistId, therapistId, atWork),
                new Claim(
                        ResourceKind.ROOM,
                        assignment.place().resourceId(),
                        assignment.place().roomId().value(),
                        session.padded(Duration.ZERO, turnover)),
                new Claim(ResourceKind.CLIENT, client.value(), client.value(), session));
    }

    List<Claim> claims() {
        return List.of(therapist, place, client);
    }

    /** The client is the same for all candidates: with them taken, none is free. */
    boolean free(Set<UUID> taken) {
        return claims().stream().map(Claim::resourceId).noneMatch(taken::contains);
    }
}
