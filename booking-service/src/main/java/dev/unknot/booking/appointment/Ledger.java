package dev.unknot.booking.appointment;

import dev.unknot.platform.transaction.TryAgain;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a change over what stood before, unless someone else has changed that in the meantime. */
@Component
class Ledger {

    private final Appointments appointments;
    private final Claims claims;
    private final Journal journal;

    Ledger(Appointments appointments, Claims claims, Journal journal) {
        this.appointments = appointments;
        this.claims = claims;
        this.journal = journal;
    }

    /**
     * The row first: whoever gets it has the claims too, and what was read of them before, at {@code before}'s version, is
     * still so. Frees them all if the change leaves none.
     *
     * @param cause a code
     * @throws TryAgain when {@code before} is no longer the latest
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void write(Appointment before, Change<?> change, Instant now, @Nullable String cause) {
        if (!appointments.update(before, change.after())) {
            throw new TryAgain(Refusals.busy());
        }
        if (change.claims().isEmpty()) {
            claims.free(before.id());
        }
        journal.record(change, now, cause);
    }
}
