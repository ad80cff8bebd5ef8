package dev.unknot.booking.appointment;

import dev.unknot.common.access.Role;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.platform.web.ExpectedVersion;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door of the appointments. */
@Service
public class AppointmentBook {

    private static final Role[] MAY_BOOK = {Role.OWNER, Role.MANAGER, Role.FRONT_DESK, Role.INTEGRATION};

    private final BookingDesk desk;
    private final Steps steps;
    private final Appointments appointments;
    private final Attempts attempts;

    AppointmentBook(BookingDesk desk, Steps steps, Appointments appointments, Attempts attempts) {
        this.desk = desk;
        this.steps = steps;
        this.appointments = appointments;
        this.attempts = attempts;
    }

    /**
     * A booking to be run by {@link Attempts}: each time it is asked it tries once, in the transaction it finds, knowing what
     * went wrong before.
     */
    public Supplier<AppointmentView> booking(BookAppointment command, Caller caller) {
        caller.require(MAY_BOOK);
        caller.locations().require(command.locationId());
        Waivers waivers = Waivers.granted(command.waive(), caller);
        BookingProgress progress = new BookingProgress();
        return () -> Views.of(desk.book(command, waivers, progress), caller);
    }

    @Transactional(readOnly = true)
    public AppointmentView view(AppointmentId id, Caller caller) {
        return Views.of(appointments.find(id, AppointmentScope.of(caller)).orElseThrow(Refusals::notFound), caller);
    }

    @Transactional(readOnly = true)
    public ItemList<AppointmentView> list(AppointmentQuery query, Caller caller) {
        List<Appointment> found = appointments.page(query, AppointmentScope.of(caller));
        List<Appointment> page = found.subList(0, Math.min(found.size(), query.pageSize()));
        return new ItemList<>(
                page.stream().map(each -> Views.of(each, caller)).toList(),
                page.size() < found.size() ? AppointmentQuery.cursorAfter(page.getLast()) : null);
    }

    public AppointmentView cancel(
            AppointmentId id, ExpectedVersion expected, CancelAppointment command, Caller caller) {
        caller.require(MAY_BOOK);
        return step(
                id,
                expected,
                caller,
                command.cause(),
                (appointment, claims, now) -> appointment.cancel(
                        new Cancellation(now, caller.actor(), command.cause(), command.note()), claims));
    }

    private AppointmentView step(
            AppointmentId id, ExpectedVersion expected, Caller caller, @Nullable String cause, Steps.Step step) {
        AppointmentScope scope = AppointmentScope.of(caller);
        return Views.of(attempts.run(() -> steps.take(id, scope, expected, cause, step)), caller);
    }
}
