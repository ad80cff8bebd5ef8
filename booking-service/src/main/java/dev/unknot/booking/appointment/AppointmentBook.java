package dev.unknot.booking.appointment;

import dev.unknot.common.access.Role;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentCancelled;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.platform.transaction.TryAgain;
import dev.unknot.platform.web.ExpectedVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door of the appointments. */
@Service
public class AppointmentBook {

    private static final Role[] MAY_BOOK = {Role.OWNER, Role.MANAGER, Role.FRONT_DESK, Role.INTEGRATION};

    private final BookingDesk desk;
    private final Appointments appointments;
    private final Claims claims;
    private final Journal journal;
    private final Attempts attempts;
    private final Clock clock;

    AppointmentBook(
            BookingDesk desk,
            Appointments appointments,
            Claims claims,
            Journal journal,
            Attempts attempts,
            Clock clock) {
        this.desk = desk;
        this.appointments = appointments;
        this.claims = claims;
        this.journal = journal;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * A booking to be run by {@link Attempts}: each time it is asked it tries once, in the transaction it finds, knowing what
     * went wrong before.
     */
    public Supplier<AppointmentView> booking(BookAppointment command, Caller caller) {
        caller.require(MAY_BOOK);
        caller.locations().require(command.locationId());
        Waivers waivers = Waivers.granted(command.waive() == null ? List.of() : command.waive(), caller);
        BookingProgress progress = new BookingProgress(command, waivers);
        return () -> desk.book(progress).view();
    }

    @Transactional(readOnly = true)
    public AppointmentView view(AppointmentId id, Caller caller) {
        return find(id, AppointmentScope.of(caller)).view();
    }

    @Transactional(readOnly = true)
    public ItemList<AppointmentView> list(AppointmentQuery query, Caller caller) {
        List<Appointment> found = appointments.page(query, AppointmentScope.of(caller));
        List<Appointment> page = found.subList(0, Math.min(found.size(), query.pageSize()));
        return new ItemList<>(
                page.stream().map(Appointment::view).toList(),
                page.size() < found.size() ? AppointmentQuery.cursorAfter(page.getLast()) : null);
    }

    public AppointmentView cancel(
            AppointmentId id, ExpectedVersion expected, CancelAppointment command, Caller caller) {
        caller.require(MAY_BOOK);
        AppointmentScope scope = AppointmentScope.of(caller);
        return attempts.run(() -> cancelOnce(find(id, scope), expected, command.cause()));
    }

    private AppointmentView cancelOnce(Appointment appointment, ExpectedVersion expected, String cause) {
        Instant now = clock.instant();
        Change<AppointmentCancelled> change = appointment.cancel(now);
        expected.require(appointment.version());
        if (!appointments.update(change.after(), appointment.version())) {
            throw new TryAgain(Rejection.conflict("busy", "This appointment is being changed; read it again."));
        }
        claims.free(appointment.id());
        journal.record(change, now, cause);
        return change.after().view();
    }

    private Appointment find(AppointmentId id, AppointmentScope scope) {
        return appointments
                .find(id, scope)
                .orElseThrow(() -> Rejection.notFound("not-found", "There is no such appointment."));
    }
}
