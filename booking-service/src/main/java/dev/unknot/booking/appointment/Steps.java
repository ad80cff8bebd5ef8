package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Availability;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.terms.BookingPolicy;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.web.ExpectedVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps of an appointment's life that claim nothing. */
@Component
class Steps {

    /** A transition of the appointment with the claims it has. */
    interface Step {
        Change<?> of(Appointment appointment, List<Claim> claims, Instant now);
    }

    private final Availability availability;
    private final Claims claims;
    private final Ledger ledger;
    private final Clock clock;

    Steps(Availability availability, Claims claims, Ledger ledger, Clock clock) {
        this.availability = availability;
        this.claims = claims;
        this.ledger = ledger;
        this.clock = clock;
    }

    Step cancelling(CancelAppointment command, Caller caller) {
        return (appointment, claims, now) -> {
            Duration window = policy(appointment).cancellationWindow();
            return appointment.cancel(Cancellation.of(appointment, command, caller, now, window), claims);
        };
    }

    Change<?> missing(Appointment appointment, List<Claim> claims, Instant now) {
        return appointment.miss(claims, now, policy(appointment).noShowGrace());
    }

    private BookingPolicy policy(Appointment appointment) {
        return availability.terms(appointment.visit().locationId()).policy();
    }

    /**
     * Why a step cannot be taken is said before that the caller has seen an older version.
     *
     * @param before as read in this transaction
     * @param cause a code
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Appointment take(Appointment before, ExpectedVersion expected, @Nullable String cause, Step step) {
        return take(before, claims.of(before.id()), expected, cause, step);
    }

    /** @param had what it claimed until now, which may have been freed before in this transaction */
    @Transactional(propagation = Propagation.MANDATORY)
    Appointment take(Appointment before, List<Claim> had, ExpectedVersion expected, @Nullable String cause, Step step) {
        Instant now = clock.instant();
        Change<?> change = step.of(before, had, now);
        expected.require(before.version());
        ledger.write(before, change, now, cause);
        return change.after();
    }
}
