package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.ClientStanding;
import dev.unknot.booking.client.ClientsMerged;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientMerge;
import dev.unknot.platform.problem.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands the visits and holds of a client recorded twice over to the one kept, whatever became of them. */
@Component
class MergedVisits {

    private static final String CAUSE = "client-merged";

    /** All become true in one transaction, which others wait for. */
    private static final int MOST = 1_000;

    private final Appointments appointments;
    private final LapsedHolds lapsedHolds;
    private final Claims claims;
    private final Ledger ledger;
    private final Clock clock;

    MergedVisits(Appointments appointments, LapsedHolds lapsedHolds, Claims claims, Ledger ledger, Clock clock) {
        this.appointments = appointments;
        this.lapsedHolds = lapsedHolds;
        this.claims = claims;
        this.ledger = ledger;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void handOver(ClientsMerged merged) {
        ClientMerge merge = merged.merge();
        Instant now = clock.instant();
        endLapsedHolds(merge, now);
        List<Appointment> visits = appointments.of(merge.duplicate());
        if (visits.size() > MOST) {
            throw Rejection.conflict("too-many-visits", "A client with more than " + MOST + " visits is not merged.")
                    .at("duplicateId");
        }
        if (visits.stream().anyMatch(visit -> comes(visit, merge.kept()))) {
            throw Rejection.conflict("visit-together", "Both come to one visit together, so they are two people.")
                    .at("duplicateId");
        }
        if (claims.overlap(merge.duplicate().value(), merge.kept().value())) {
            throw Rejection.conflict(
                            "visits-overlap", "Both have a visit at the same time; cancel or move one of them first.")
                    .at("duplicateId");
        }
        requireAllowed(visits, merged.duplicate(), merged.kept(), now);
        requireAllowed(appointments.of(merge.kept()), merged.kept(), merged.duplicate(), now);
        Map<AppointmentId, List<Claim>> had =
                claims.of(visits.stream().map(Appointment::id).toList());
        for (Appointment visit : visits) {
            ledger.write(visit, visit.reseat(merge, had.getOrDefault(visit.id(), List.of())), now, CAUSE);
        }
        claims.handOver(merge.duplicate().value(), merge.kept().value());
    }

    /** What one of them held and let lapse is no visit at the same time. */
    private void endLapsedHolds(ClientMerge merge, Instant now) {
        lapsedHolds.end(
                Stream.of(merge.duplicate(), merge.kept())
                        .flatMap(client -> appointments.of(client).stream())
                        .filter(visit -> visit.status() == AppointmentStatus.HELD)
                        .filter(visit -> !new Hold(visit).stands(now))
                        .map(Appointment::id)
                        .toList(),
                now);
    }

    /** Nobody is left with a visit that only the other record says they must not have; it is looked at first. */
    private static void requireAllowed(
            List<Appointment> visits, ClientStanding whose, ClientStanding other, Instant now) {
        List<Participant> ahead = visits.stream()
                .filter(visit -> visit.isAhead(now))
                .flatMap(visit -> visit.participants().stream())
                .filter(seat -> whose.client().equals(seat.clientId()))
                .toList();
        if (other.barred() && !whose.barred() && !ahead.isEmpty()) {
            throw againstRestrictions("One of them is barred and the other has a visit ahead; cancel it first.");
        }
        if (ahead.stream()
                .map(Participant::therapistId)
                .anyMatch(therapist ->
                        other.avoids().contains(therapist) && !whose.avoids().contains(therapist))) {
            throw againstRestrictions(
                    "One of them has a visit ahead with a therapist whom the other avoids; move or cancel it first.");
        }
    }

    private static Rejection againstRestrictions(String sentence) {
        return Rejection.conflict("visits-against-restrictions", sentence).at("duplicateId");
    }

    private static boolean comes(Appointment visit, ClientId client) {
        return visit.participants().stream().map(Participant::clientId).anyMatch(client::equals);
    }
}
