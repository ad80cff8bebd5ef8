package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentHeld;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.web.ExpectedVersion;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Times that are held already: they are renewed, given back and taken over. */
@Component
class HeldTimes {

    /** Causes of its end. */
    static final String REDEEMED = "redeemed";

    static final String REPLACED = "replaced";
    private static final String GIVEN_BACK = "given-back";

    private final Appointments appointments;
    private final Histories histories;
    private final Claims claims;
    private final Ledger ledger;
    private final HoldSettings settings;
    private final Clock clock;

    HeldTimes(
            Appointments appointments,
            Histories histories,
            Claims claims,
            Ledger ledger,
            HoldSettings settings,
            Clock clock) {
        this.appointments = appointments;
        this.histories = histories;
        this.claims = claims;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param field that names it */
    @Transactional(propagation = Propagation.MANDATORY)
    Hold own(AppointmentId id, Caller caller, String field) {
        Appointment appointment =
                appointments.find(id, AppointmentScope.of(caller)).orElseThrow(() -> Refusals.unknownHold(field));
        return own(appointment, caller);
    }

    /** @param before as read in this transaction */
    @Transactional(propagation = Propagation.MANDATORY)
    Hold own(Appointment before, Caller caller) {
        return Hold.of(before, histories.of(before.id()), caller);
    }

    /** Its time is free from now on, in this transaction; nothing if its lease was over and that was written down. */
    @Transactional(propagation = Propagation.MANDATORY)
    void end(Appointment before, String cause) {
        if (before.status() == AppointmentStatus.HELD) {
            ledger.write(before, new Hold(before).end(claims.of(before.id())), clock.instant(), cause);
        }
    }

    /**
     * Of one that has expired nothing is left to give back.
     *
     * @param expected null: whatever it has become
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void giveBack(Appointment before, @Nullable ExpectedVersion expected) {
        if (before.status() != AppointmentStatus.HELD && before.status() != AppointmentStatus.EXPIRED) {
            throw Standing.holdBooked();
        }
        if (expected != null) {
            expected.require(before.version());
        }
        end(before, GIVEN_BACK);
    }

    /** Counts its lease anew, once. */
    @Transactional(propagation = Propagation.MANDATORY)
    Appointment renew(Appointment before, ExpectedVersion expected, Caller caller) {
        Instant now = clock.instant();
        History history = histories.of(before.id());
        Hold hold = Hold.of(before, history, caller);
        if (!hold.stands(now)) {
            throw Standing.is(AppointmentStatus.EXPIRED);
        }
        if (history.renewed()) {
            throw Standing.alreadyRenewed();
        }
        expected.require(before.version());
        Change<AppointmentHeld> change = hold.renew(settings.end(now), claims.of(before.id()));
        ledger.write(before, change, now, null);
        return change.after();
    }
}
