package dev.unknot.booking.appointment;

import dev.unknot.booking.Staff;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.common.series.SeriesId;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.TryAgain;
import dev.unknot.platform.web.ExpectedVersion;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The visits of series, each booked and changed as it would be alone, but in the transaction it finds: one that is refused
 * has perhaps left something behind there, and that transaction is to be given up.
 */
@Component
public class SeriesVisits {

    private final BookingDesk desk;
    private final Moves moves;
    private final Steps steps;
    private final Appointments appointments;

    SeriesVisits(BookingDesk desk, Moves moves, Steps steps, Appointments appointments) {
        this.desk = desk;
        this.moves = moves;
        this.steps = steps;
        this.appointments = appointments;
    }

    /** Those the caller may see, by start. */
    public List<AppointmentView> of(SeriesId series, Caller caller) {
        return appointments.ofSeries(series, AppointmentScope.of(caller)).stream()
                .map(each -> Views.of(each, caller))
                .toList();
    }

    /** Whom and what this booking would lock now; nothing where it would be refused. */
    public Set<UUID> wants(BookAppointment command, Caller caller, BookingProgress progress) {
        try {
            return desk.wants(command, granted(command, caller), progress);
        } catch (Rejection refusedWhenItIsItsTurn) {
            return Set.of();
        }
    }

    public AppointmentView book(BookAppointment command, SeriesId series, Caller caller, BookingProgress progress) {
        return Views.of(desk.book(command, series, granted(command, caller), progress), caller);
    }

    /** Whom and what this move would lock now; nothing where it would be refused. */
    public Set<UUID> wants(
            AppointmentView visit, RescheduleAppointment command, Caller caller, BookingProgress progress) {
        try {
            return moves.wants(find(visit, caller), Move.asked(command, caller), progress);
        } catch (Rejection refusedWhenItIsItsTurn) {
            return Set.of();
        }
    }

    /** @throws TryAgain when it is not as in {@code visit} any more */
    public AppointmentView move(
            AppointmentView visit, RescheduleAppointment command, Caller caller, BookingProgress progress) {
        Staff.requireDesk(caller);
        return Views.of(
                moves.reschedule(find(visit, caller), version(visit), Move.asked(command, caller), progress), caller);
    }

    /** @throws TryAgain when it is not as in {@code visit} any more */
    public AppointmentView cancel(AppointmentView visit, CancelAppointment command, Caller caller) {
        Staff.requireDesk(caller);
        Steps.Step cancel = steps.cancelling(command, caller);
        return Views.of(steps.take(find(visit, caller), version(visit), command.cause(), cancel), caller);
    }

    private Appointment find(AppointmentView visit, Caller caller) {
        return appointments
                .find(visit.id(), AppointmentScope.of(caller))
                .filter(found -> found.version() == visit.version())
                .orElseThrow(() -> new TryAgain(Refusals.busy()));
    }

    private static ExpectedVersion version(AppointmentView visit) {
        return new ExpectedVersion(visit.version());
    }

    private static Waivers granted(BookAppointment command, Caller caller) {
        Staff.requireDesk(caller);
        caller.locations().require(command.locationId());
        return Waivers.granted(command.waive(), command.overbook(), caller);
    }
}
