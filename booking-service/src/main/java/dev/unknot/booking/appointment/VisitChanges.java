package dev.unknot.booking.appointment;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AmendAppointment;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.KnockOnView;
import dev.unknot.common.appointment.OverrunAppointment;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.platform.web.ExpectedVersion;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to what is changed of a visit where it stands: what it consists of, and when it really ends. */
@Service
public class VisitChanges {

    private final Amendments amendments;
    private final Overruns overruns;
    private final Appointments appointments;
    private final Attempts attempts;

    VisitChanges(Amendments amendments, Overruns overruns, Appointments appointments, Attempts attempts) {
        this.amendments = amendments;
        this.overruns = overruns;
        this.appointments = appointments;
        this.attempts = attempts;
    }

    public AppointmentView amend(AppointmentId id, ExpectedVersion expected, AmendAppointment command, Caller caller) {
        Transition.AMEND.allow(caller);
        BookingProgress progress = new BookingProgress();
        return change(id, caller, before -> amendments.amend(before, expected, command, caller, progress));
    }

    public AppointmentView overrun(
            AppointmentId id, ExpectedVersion expected, OverrunAppointment command, Caller caller) {
        Transition.OVERRUN.allow(caller);
        if (command.shift()) {
            Transition.MOVE.allow(caller);
        }
        BookingProgress progress = new BookingProgress();
        return change(id, caller, before -> overruns.overrun(before, expected, command, caller, progress));
    }

    /** By start; visits of others are named by id alone. */
    @Transactional(readOnly = true)
    public ItemList<KnockOnView> knockOns(AppointmentId id, Instant end, Caller caller) {
        Transition.OVERRUN.allow(caller);
        return ItemList.all(overruns.knockOns(find(id, caller), end));
    }

    /** Tried anew, from reading on, when someone else gets in between. */
    private AppointmentView change(AppointmentId id, Caller caller, UnaryOperator<Appointment> change) {
        return Views.of(attempts.run(() -> change.apply(find(id, caller))), caller);
    }

    private Appointment find(AppointmentId id, Caller caller) {
        return appointments.find(id, AppointmentScope.of(caller)).orElseThrow(Refusals::notFound);
    }
}
