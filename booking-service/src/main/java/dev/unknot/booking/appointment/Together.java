package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.common.appointment.ChangeAppointments;
import dev.unknot.common.appointment.Claim;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.Savepoints;
import dev.unknot.platform.web.ExpectedVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes several appointments in one transaction. First all locks, in the order of every change: what is wanted, then the
 * appointments' rows, each in one order for all callers. Then all that they have is free, so that two may trade their times,
 * and they are changed one after the other.
 */
@Component
class Together {

    private final Appointments appointments;
    private final VisitsAhead rows;
    private final Claims claims;
    private final Moves moves;
    private final Steps steps;
    private final Savepoints savepoints;

    Together(
            Appointments appointments,
            VisitsAhead rows,
            Claims claims,
            Moves moves,
            Steps steps,
            Savepoints savepoints) {
        this.appointments = appointments;
        this.rows = rows;
        this.claims = claims;
        this.moves = moves;
        this.steps = steps;
        this.savepoints = savepoints;
    }

    /** Looks at every change even after one was refused; then the caller rolls back. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Outcome> change(List<ChangeAppointments.One> changes, Caller caller, BookingProgress progress) {
        Map<AppointmentId, Appointment> before = read(changes, caller);
        moves.lock(wanted(changes, before, caller), progress);
        rows.lock(before.keySet());
        before = read(changes, caller);
        Map<AppointmentId, List<Claim>> had = claims.of(before.keySet());
        claims.free(before.keySet());
        List<Outcome> outcomes = new ArrayList<>();
        for (ChangeAppointments.One change : changes) {
            AppointmentId id = change.appointmentId();
            Item item = new Item(change, before.get(id), had.getOrDefault(id, List.of()));
            outcomes.add(one(item, caller, progress));
        }
        return outcomes;
    }

    private Map<AppointmentId, Appointment> read(List<ChangeAppointments.One> changes, Caller caller) {
        AppointmentScope scope = AppointmentScope.of(caller);
        Map<AppointmentId, Appointment> found = new HashMap<>();
        changes.forEach(change -> appointments
                .find(change.appointmentId(), scope)
                .ifPresent(appointment -> found.put(appointment.id(), appointment)));
        return found;
    }

    /** What cannot be asked for wants nothing; why not is said when it is its turn. */
    private static Map<Appointment, Move> wanted(
            List<ChangeAppointments.One> changes, Map<AppointmentId, Appointment> before, Caller caller) {
        Map<Appointment, Move> wanted = new HashMap<>();
        for (ChangeAppointments.One change : changes) {
            Appointment appointment = before.get(change.appointmentId());
            if (appointment != null && change.reschedule() != null) {
                try {
                    wanted.put(appointment, asked(change, caller));
                } catch (Rejection notTheirs) {
                    continue;
                }
            }
        }
        return wanted;
    }

    private Outcome one(Item item, Caller caller, BookingProgress progress) {
        AppointmentId id = item.change().appointmentId();
        try {
            return new Outcome(id, Views.of(savepoints.within(() -> changed(item, caller, progress)), caller), null);
        } catch (Rejection refused) {
            return new Outcome(id, null, refused);
        }
    }

    private Appointment changed(Item item, Caller caller, BookingProgress progress) {
        Appointment before = item.found();
        ExpectedVersion expected = new ExpectedVersion(item.change().version());
        CancelAppointment cancel = item.change().cancel();
        return cancel == null
                ? moves.reschedule(before, item.had(), expected, asked(item.change(), caller), progress)
                : steps.take(before, item.had(), expected, cancel.cause(), steps.cancelling(cancel, caller));
    }

    private static Move asked(ChangeAppointments.One change, Caller caller) {
        return Move.asked(Objects.requireNonNull(change.reschedule()), caller);
    }

    /**
     * @param before null: there is none for this caller
     * @param had its claims, which are free by now
     */
    private record Item(
            ChangeAppointments.One change, @Nullable Appointment before, List<Claim> had) {

        Appointment found() {
            if (before == null) {
                throw Refusals.notFound();
            }
            return before;
        }
    }
}
