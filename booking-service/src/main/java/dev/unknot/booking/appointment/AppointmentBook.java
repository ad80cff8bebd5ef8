package dev.unknot.booking.appointment;

import dev.unknot.booking.Staff;
import dev.unknot.common.access.Role;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.common.appointment.ChangeAppointments;
import dev.unknot.common.appointment.HistoryEntryView;
import dev.unknot.common.appointment.HoldTime;
import dev.unknot.common.appointment.LocationDay;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.common.location.LocationId;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.platform.web.ExpectedVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door of the appointments. */
@Service
public class AppointmentBook {

    private final BookingDesk desk;
    private final Moves moves;
    private final HoldDesk holds;
    private final HoldBooking heldTime;
    private final HeldTimes heldTimes;
    private final Steps steps;
    private final Together together;
    private final Appointments appointments;
    private final Histories histories;
    private final LocationDays days;
    private final Attempts attempts;
    private final Clock clock;

    AppointmentBook(
            BookingDesk desk,
            HoldDesk holds,
            HoldBooking heldTime,
            HeldTimes heldTimes,
            Moves moves,
            Steps steps,
            Together together,
            Appointments appointments,
            Histories histories,
            LocationDays days,
            Attempts attempts,
            Clock clock) {
        this.desk = desk;
        this.holds = holds;
        this.heldTime = heldTime;
        this.heldTimes = heldTimes;
        this.moves = moves;
        this.steps = steps;
        this.together = together;
        this.appointments = appointments;
        this.histories = histories;
        this.days = days;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * A booking to be run by {@link Attempts}: each time it is asked it tries once, in the transaction it finds, knowing what
     * went wrong before.
     */
    public Supplier<AppointmentView> booking(BookAppointment command, Caller caller) {
        Transition.BOOK.allow(caller);
        caller.locations().require(command.locationId());
        Waivers waivers = Waivers.granted(command.waive(), command.overbook(), caller);
        BookingProgress progress = new BookingProgress();
        AppointmentId hold = command.holdId();
        if (hold == null) {
            return () -> Views.of(desk.book(command, waivers, progress), caller);
        }
        AppointmentScope scope = AppointmentScope.of(caller);
        return () -> {
            Appointment held = appointments.find(hold, scope).orElseThrow(() -> Refusals.unknownHold("holdId"));
            return Views.of(heldTime.book(held, command, waivers, caller, progress), caller);
        };
    }

    /** As {@link #booking}, of a time that is to be kept free for a while. */
    public Supplier<AppointmentView> holding(HoldTime command, Caller caller) {
        Transition.HOLD.allow(caller);
        caller.locations().require(command.locationId());
        Waivers waivers = Waivers.granted(command.waive(), null, caller);
        BookingProgress progress = new BookingProgress();
        return () -> Views.of(holds.hold(command, waivers, caller, progress), caller);
    }

    /** The times that the caller holds, by start; those of others are on nobody's list. */
    @Transactional(readOnly = true)
    public ItemList<AppointmentView> holds(Caller caller) {
        Transition.HOLD.allow(caller);
        return ItemList.all(appointments.holdsOf(caller.actor(), AppointmentScope.of(caller), clock.instant()).stream()
                .map(each -> Views.of(each, caller))
                .toList());
    }

    /** @param expected null: whatever has become of it */
    public void giveBack(AppointmentId id, @Nullable ExpectedVersion expected, Caller caller) {
        Transition.GIVE_BACK.allow(caller);
        AppointmentScope scope = AppointmentScope.of(caller);
        attempts.run(() -> {
            heldTimes.giveBack(find(id, scope), expected);
            return id;
        });
    }

    /** Counts the lease of a hold anew, once. */
    public AppointmentView renew(AppointmentId id, ExpectedVersion expected, Caller caller) {
        Transition.RENEW.allow(caller);
        return change(id, caller, before -> heldTimes.renew(before, expected, caller));
    }

    @Transactional(readOnly = true)
    public AppointmentView view(AppointmentId id, Caller caller) {
        return Views.of(appointments.find(id, AppointmentScope.of(caller)).orElseThrow(Refusals::notFound), caller);
    }

    @Transactional(readOnly = true)
    public ItemList<AppointmentView> list(AppointmentQuery query, Caller caller) {
        List<Appointment> found = appointments.page(query, AppointmentScope.of(caller), clock.instant());
        List<Appointment> page = found.subList(0, Math.min(found.size(), query.pageSize()));
        return new ItemList<>(
                page.stream().map(each -> Views.of(each, caller)).toList(),
                page.size() < found.size() ? AppointmentQuery.cursorAfter(page.getLast()) : null);
    }

    /** @param asOf null: as it stands now */
    @Transactional(readOnly = true)
    public LocationDay day(LocationId location, LocalDate date, @Nullable Instant asOf, Caller caller) {
        Staff.requireDeskOrTherapist(caller);
        if (!caller.is(Role.THERAPIST)) {
            caller.locations().require(location);
        }
        return days.of(location, date, asOf, caller);
    }

    /** Oldest first; without the words of staff for anyone else. */
    @Transactional(readOnly = true)
    public ItemList<HistoryEntryView> history(AppointmentId id, Caller caller) {
        Appointment appointment = find(id, AppointmentScope.of(caller));
        return new ItemList<>(histories.of(appointment.id()).shownTo(Views.staff(caller)), null);
    }

    public AppointmentView reschedule(
            AppointmentId id, ExpectedVersion expected, RescheduleAppointment command, Caller caller) {
        Transition.MOVE.allow(caller);
        Move move = Move.asked(command, caller);
        BookingProgress progress = new BookingProgress();
        return change(id, caller, before -> moves.reschedule(before, expected, move, progress));
    }

    public AppointmentView cancel(
            AppointmentId id, ExpectedVersion expected, CancelAppointment command, Caller caller) {
        Transition.CANCEL.allow(caller);
        Steps.Step cancel = steps.cancelling(command, caller);
        return change(id, caller, before -> steps.take(before, expected, command.cause(), cancel));
    }

    /**
     * Several changes to be run together by {@link Attempts}, in the transaction it finds. All are looked at; whoever finds
     * one of them refused rolls back.
     */
    public Supplier<List<Outcome>> changing(List<ChangeAppointments.One> changes, Caller caller) {
        Staff.requireDesk(caller);
        BookingProgress progress = new BookingProgress();
        return () -> together.change(changes, caller, progress);
    }

    public AppointmentView confirm(AppointmentId id, ExpectedVersion expected, Caller caller) {
        Transition.CONFIRM.allow(caller);
        return step(id, expected, caller, Appointment::confirm);
    }

    public AppointmentView checkIn(AppointmentId id, ExpectedVersion expected, Caller caller) {
        Transition.CHECK_IN.allow(caller);
        return step(id, expected, caller, Appointment::checkIn);
    }

    public AppointmentView startSession(AppointmentId id, ExpectedVersion expected, Caller caller) {
        Transition.START_SESSION.allow(caller);
        return step(id, expected, caller, Appointment::startSession);
    }

    public AppointmentView complete(AppointmentId id, ExpectedVersion expected, Caller caller) {
        Transition.COMPLETE.allow(caller);
        return step(id, expected, caller, Appointment::complete);
    }

    public AppointmentView miss(AppointmentId id, ExpectedVersion expected, Caller caller) {
        Transition.MISS.allow(caller);
        return step(id, expected, caller, steps::missing);
    }

    /** Takes back the day's last step or, for who may cancel, a cancellation. */
    public AppointmentView undo(AppointmentId id, ExpectedVersion expected, Caller caller) {
        Transition.UNDO.allow(caller);
        BookingProgress progress = new BookingProgress();
        return change(id, caller, before -> {
            if (before.status() == AppointmentStatus.CANCELLED) {
                Transition.RESTORE.allow(caller);
                return moves.restore(before, expected, progress);
            }
            return steps.take(
                    before,
                    expected,
                    null,
                    (appointment, claims, now) -> appointment.undo(histories.of(id), claims, now));
        });
    }

    private AppointmentView step(AppointmentId id, ExpectedVersion expected, Caller caller, Steps.Step step) {
        return change(id, caller, before -> steps.take(before, expected, null, step));
    }

    /** Tried anew, from reading on, when someone else gets in between. */
    private AppointmentView change(AppointmentId id, Caller caller, UnaryOperator<Appointment> change) {
        AppointmentScope scope = AppointmentScope.of(caller);
        return Views.of(attempts.run(() -> change.apply(find(id, scope))), caller);
    }

    private Appointment find(AppointmentId id, AppointmentScope scope) {
        return appointments.find(id, scope).orElseThrow(Refusals::notFound);
    }
}
