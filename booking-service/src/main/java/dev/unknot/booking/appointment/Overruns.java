package dev.unknot.booking.appointment;

import dev.unknot.booking.treatment.TreatmentCatalogue;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.KnockOnView;
import dev.unknot.common.appointment.OverrunAppointment;
import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.ResourceLocks;
import dev.unknot.platform.web.ExpectedVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets a session end at another time than agreed on, and moves back what it runs into where that is asked for. */
@Component
class Overruns {

    private static final String RUNNING_LATE = "running-late";

    private static final Duration LONGEST = Duration.ofHours(8);

    private final LaterClaims laterClaims;
    private final Claims claims;
    private final Appointments appointments;
    private final TreatmentCatalogue treatments;
    private final Prices prices;
    private final FreeTime freeTime;
    private final Moves moves;
    private final LapsedHolds lapsedHolds;
    private final Ledger ledger;
    private final ResourceLocks locks;
    private final Clock clock;

    Overruns(
            LaterClaims laterClaims,
            Claims claims,
            Appointments appointments,
            TreatmentCatalogue treatments,
            Prices prices,
            FreeTime freeTime,
            Moves moves,
            LapsedHolds lapsedHolds,
            Ledger ledger,
            ResourceLocks locks,
            Clock clock) {
        this.laterClaims = laterClaims;
        this.claims = claims;
        this.appointments = appointments;
        this.treatments = treatments;
        this.prices = prices;
        this.freeTime = freeTime;
        this.moves = moves;
        this.lapsedHolds = lapsedHolds;
        this.ledger = ledger;
        this.locks = locks;
        this.clock = clock;
    }

    /** What it would run into, by start. */
    List<KnockOnView> knockOns(Appointment appointment, Instant end) {
        requireSensible(appointment, end);
        List<Claim> had = claims.of(appointment.id());
        return KnockOns.of(had, ending(had, appointment, end), laterClaims.after(appointment, had, clock.instant()));
    }

    /**
     * @param before as read in this transaction
     * @param caller who may move back what stands at their locations, and nothing else
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Appointment overrun(
            Appointment before,
            ExpectedVersion expected,
            OverrunAppointment command,
            Caller caller,
            BookingProgress progress) {
        expected.require(before.version());
        before.requireUnderWay();
        requireSensible(before, command.end());
        Instant now = clock.instant();
        List<Claim> had = claims.of(before.id());
        List<Claim> has = ending(had, before, command.end());
        if (has.equals(had)) {
            throw Standing.noChange("end");
        }
        // All of them now and in one order: moved one by one, two that run late beside each other would deadlock.
        List<KnockOns.Later> later = command.shift() ? laterClaims.after(before, had, now) : List.of();
        locks.lock(Stream.concat(has.stream(), later.stream().flatMap(each -> each.claims().stream()))
                .map(Claim::resourceId)
                .collect(Collectors.toSet()));
        if (command.shift()) {
            // The last one first, so that each goes back into time that the next one has left.
            KnockOns.of(had, has, laterClaims.after(before, had, now))
                    .reversed()
                    .forEach(each -> moveBack(each, now, caller, progress));
        }
        // Who shares its time already, because that was given twice, goes on sharing it.
        List<Obstacle> met = new ArrayList<>(claims.obstacles(has, before.id()));
        met.removeAll(claims.obstacles(had, before.id()));
        lapsedHolds.clear(met, now, Overruns::runsInto);
        Change<?> change = before.overrun(command.end(), had, has);
        ledger.write(before, change, now, RUNNING_LATE);
        try {
            claims.stretch(before.id(), has);
        } catch (DataIntegrityViolationException taken) {
            throw runsInto();
        }
        return change.after();
    }

    private void moveBack(KnockOnView knockedOn, Instant now, Caller caller, BookingProgress progress) {
        if (!knockedOn.movable()) {
            throw runsInto();
        }
        Appointment visit = appointments
                .find(knockedOn.appointmentId(), AppointmentScope.unlimited())
                .orElseThrow(Refusals::notFound);
        caller.locations().require(visit.visit().locationId());
        Wish wish = new Wish(
                treatments.snapshot(visit.treatmentId()).orElseThrow(Refusals::unknownTreatment),
                visit.visit().length(),
                prices.agreed(visit.visit(), visit.visit().locationId()),
                visit.visit().locationId(),
                knockedOn.earliestStart(),
                visit.seats(visit.therapists()),
                visit.visit().roomId(),
                visit,
                Moves.EVERY_SOFT_RULE,
                null,
                Fields.OF_MOVE,
                now);
        Candidate chosen = freeTime.choose(wish, progress);
        moves.write(visit, visit.reschedule(chosen, List.of(), claims.of(visit.id())), chosen, progress, RUNNING_LATE);
    }

    /** Rest and turnover come after the session, whenever it ends. */
    private static List<Claim> ending(List<Claim> claims, Appointment appointment, Instant end) {
        Duration by = Duration.between(appointment.visit().end(), end);
        return claims.stream()
                .map(claim -> new Claim(
                        claim.kind(),
                        claim.resourceId(),
                        claim.ownerId(),
                        new TimeRange(
                                claim.during().start(), claim.during().end().plus(by))))
                .toList();
    }

    private static void requireSensible(Appointment appointment, Instant end) {
        if (!Grid.fits(end)) {
            throw Rejection.invalid("end-off-grid", "A session ends on full five minutes.", "end");
        }
        if (!end.isAfter(appointment.start())) {
            throw Rejection.invalid("range-empty", "A session ends after it starts.", "end");
        }
        if (Duration.between(appointment.start(), end).compareTo(LONGEST) > 0) {
            throw Rejection.invalid(
                    "session-too-long", "A session lasts at most " + LONGEST.toHours() + " hours.", "end");
        }
    }

    private static Rejection runsInto() {
        return Rejection.conflict(
                        Refusals.SLOT_TAKEN,
                        "The session would run into something that stands after it; look at its knock-on.")
                .at("end");
    }
}
