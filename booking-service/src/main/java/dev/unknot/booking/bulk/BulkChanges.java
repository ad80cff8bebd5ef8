package dev.unknot.booking.bulk;

import dev.unknot.booking.Staff;
import dev.unknot.booking.appointment.AppointmentBook;
import dev.unknot.booking.appointment.Outcome;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.common.appointment.ChangeAppointments;
import dev.unknot.common.appointment.ChangesReport;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.platform.web.ExpectedVersion;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** The door of changes by the set. */
@Service
public class BulkChanges {

    private final AppointmentBook book;
    private final Attempts attempts;
    private final ApplicationEventPublisher publisher;

    BulkChanges(AppointmentBook book, Attempts attempts, ApplicationEventPublisher publisher) {
        this.book = book;
        this.attempts = attempts;
        this.publisher = publisher;
    }

    /** To be run by {@link Attempts} in one transaction; refuses, with the report, when one change is refused. */
    public Supplier<ChangesReport> together(ChangeAppointments command, Caller caller) {
        WellFormed.require(command.items());
        Supplier<List<Outcome>> changing = book.changing(command.items(), caller);
        return () -> {
            List<Outcome> outcomes = changing.get();
            noteWhatIsNotTheirs(outcomes);
            if (outcomes.stream().anyMatch(outcome -> outcome.refused() != null)) {
                throw Reports.refusal(outcomes);
            }
            return Reports.of(outcomes);
        };
    }

    /** In a transaction for each: those that can be done are. */
    public Supplier<ChangesReport> oneByOne(ChangeAppointments command, Caller caller) {
        WellFormed.require(command.items());
        Staff.requireDesk(caller);
        return () -> {
            List<Outcome> outcomes = attempts.inTurn(() ->
                    command.items().stream().map(change -> one(change, caller)).toList());
            noteWhatIsNotTheirs(outcomes);
            return Reports.of(outcomes);
        };
    }

    private Outcome one(ChangeAppointments.One change, Caller caller) {
        try {
            return new Outcome(change.appointmentId(), changed(change, caller), null);
        } catch (Rejection refused) {
            return new Outcome(change.appointmentId(), null, refused);
        } catch (PessimisticLockingFailureException crossed) {
            return new Outcome(change.appointmentId(), null, Reports.busy());
        }
    }

    private AppointmentView changed(ChangeAppointments.One change, Caller caller) {
        ExpectedVersion expected = new ExpectedVersion(change.version());
        CancelAppointment cancel = change.cancel();
        return cancel == null
                ? book.reschedule(change.appointmentId(), expected, Objects.requireNonNull(change.reschedule()), caller)
                : book.cancel(change.appointmentId(), expected, cancel, caller);
    }

    /** The answer as a whole may be another than 403, and would leave no trace of it. */
    private void noteWhatIsNotTheirs(List<Outcome> outcomes) {
        Reports.notTheirs(outcomes).forEach(publisher::publishEvent);
    }
}
