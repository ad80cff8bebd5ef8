package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Assignment;
import dev.unknot.booking.client.ClientRegister;
import dev.unknot.booking.treatment.TreatmentCatalogue;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.transaction.ResourceLocks;
import dev.unknot.platform.transaction.TryAgain;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books, one transaction per call.
 *
 * <p>The first call locks and claims the best candidate alone, so that bookings of different people do not wait for one
 * another. If that one is gone and there is a choice, the next locks every candidate: nobody can take one while it looks,
 * so its answer is final.
 *
 * <p>Statements of a booking that succeeds at once: treatment, client, locks, supply versions, overlapping claims, then the
 * appointment, its participant, its claims, its history and its event: 10, one for each waiver, and 3 with an idempotency
 * key.
 */
@Component
class BookingDesk {

    private final TreatmentCatalogue treatments;
    private final ClientRegister clients;
    private final Candidates candidates;
    private final FreshSupply fresh;
    private final ResourceLocks locks;
    private final Claims claims;
    private final Appointments appointments;
    private final Journal journal;
    private final AppointmentSettings settings;
    private final Clock clock;

    BookingDesk(
            TreatmentCatalogue treatments,
            ClientRegister clients,
            Candidates candidates,
            FreshSupply fresh,
            ResourceLocks locks,
            Claims claims,
            Appointments appointments,
            Journal journal,
            AppointmentSettings settings,
            Clock clock) {
        this.treatments = treatments;
        this.clients = clients;
        this.candidates = candidates;
        this.fresh = fresh;
        this.locks = locks;
        this.claims = claims;
        this.appointments = appointments;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Appointment book(BookingProgress progress) {
        Wish wish = wish(progress);
        Candidates.Found found = candidates.find(wish, progress.wide());
        List<Candidate> considered = found.candidates();
        Set<Claim> wanted = considered.stream()
                .flatMap(candidate -> candidate.claims().stream())
                .collect(Collectors.toSet());
        locks.lock(wanted.stream().map(Claim::resourceId).collect(Collectors.toSet()));
        supplyIsFresh(wish, considered);
        // Only now: what is read after the locks stays true until the commit.
        Set<UUID> taken = settings.friendlyCheck() ? claims.takenAmong(wanted) : progress.lost();
        Candidate chosen = considered.stream()
                .filter(candidate -> candidate.free(taken))
                .findFirst()
                .orElseThrow(() -> refusal(progress, wish, taken, found.everyone()));
        return claim(progress, wish, chosen);
    }

    private Appointment claim(BookingProgress progress, Wish wish, Candidate chosen) {
        Appointment appointment = appointment(wish, chosen.assignment());
        appointments.insert(appointment, wish.now());
        Set<UUID> missing =
                chosen.claims().stream().map(Claim::resourceId).collect(Collectors.toCollection(HashSet::new));
        missing.removeAll(claims.insert(appointment.id(), chosen.claims()));
        if (!missing.isEmpty()) {
            throw refusal(progress, wish, missing, false);
        }
        journal.record(appointment.booked(chosen.claims()), wish.now(), null);
        return appointment;
    }

    private Wish wish(BookingProgress progress) {
        TreatmentSnapshot treatment =
                treatments.snapshot(progress.command().treatmentId()).orElseThrow(Refusals::unknownTreatment);
        Wish wish = new Wish(progress.command(), treatment, progress.waivers(), clock.instant());
        if (!clients.knows(wish.seat().clientId())) {
            throw Refusals.unknownClient();
        }
        return wish;
    }

    private void supplyIsFresh(Wish wish, List<Candidate> considered) {
        List<Assignment> assessed =
                considered.stream().map(Candidate::assignment).toList();
        if (fresh.taught(SupplyVersions.under(wish.command().locationId(), assessed))) {
            throw new TryAgain(Refusals.scheduleMoved());
        }
    }

    /** Final when the client or the therapist they want is taken, or when there is nothing else to try. */
    private static RuntimeException refusal(BookingProgress progress, Wish wish, Set<UUID> taken, boolean nothingElse) {
        if (taken.contains(wish.seat().clientId().value())) {
            return Refusals.clientTaken();
        }
        if (wish.seat().therapistId() != null
                && taken.contains(wish.seat().therapistId().value())) {
            return Refusals.therapistTaken();
        }
        Rejection noneFree = Refusals.noneFree();
        return nothingElse ? noneFree : progress.tryAgain(taken, noneFree);
    }

    private static Appointment appointment(Wish wish, Assignment assignment) {
        return new Appointment(
                new AppointmentId(Ids.next()),
                1,
                1,
                AppointmentStatus.BOOKED,
                List.of(new Participant(wish.seat().clientId(), assignment.therapist())),
                wish.treatment().id(),
                wish.command().minutes(),
                wish.command().locationId(),
                assignment.zone(),
                assignment.place().roomId(),
                wish.command().start(),
                wish.price(),
                wish.waivers().all());
    }
}
