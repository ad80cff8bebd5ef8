package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.transaction.TryAgain;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds whose lease is over. They end by themselves; whoever meets one in their way writes that down. */
@Component
class LapsedHolds {

    static final String LEASE_OVER = "lease-over";

    private final Appointments appointments;
    private final Claims claims;
    private final Ledger ledger;

    LapsedHolds(Appointments appointments, Claims claims, Ledger ledger) {
        this.appointments = appointments;
        this.claims = claims;
        this.ledger = ledger;
    }

    /**
     * Ends those among what is in the way, and refuses if anything else is.
     *
     * @throws TryAgain when one was booked or ended in the meantime
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void clear(Collection<Obstacle> obstacles, Instant now, Supplier<Rejection> otherwise) {
        if (obstacles.stream().anyMatch(obstacle -> !obstacle.lapsed(now))) {
            throw otherwise.get();
        }
        end(obstacles.stream().map(Obstacle::by).filter(Objects::nonNull).toList(), now);
    }

    /**
     * Frees what they claim.
     *
     * @throws TryAgain when one was booked, renewed or ended in the meantime
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void end(Collection<AppointmentId> lapsed, Instant now) {
        // One order for all: two who meet the same ones wait for one another instead of deadlocking.
        lapsed.stream()
                .distinct()
                .sorted(Comparator.comparing(AppointmentId::value))
                .forEach(id -> end(id, now));
    }

    /** It may have been booked or renewed since it was met. */
    private static boolean hasLapsed(Appointment appointment, Instant now) {
        return appointment.status() == AppointmentStatus.HELD && !new Hold(appointment).stands(now);
    }

    private void end(AppointmentId id, Instant now) {
        Appointment held = appointments
                .find(id, AppointmentScope.unlimited())
                .filter(appointment -> hasLapsed(appointment, now))
                .orElseThrow(() -> new TryAgain(Refusals.busy()));
        ledger.write(held, new Hold(held).end(claims.of(id)), now, LEASE_OVER);
    }
}
