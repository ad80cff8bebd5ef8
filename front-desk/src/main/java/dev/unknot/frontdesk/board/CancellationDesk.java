package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.clinic.Appointments;
import dev.unknot.frontdesk.clinic.CancellationWindow;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.IfMatch;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Cancels visits at the desk, which is asked first whether it means it. */
@Service
public class CancellationDesk {

    private final DeskTokens tokens;
    private final Appointments appointments;
    private final CancellationWindow window;
    private final Clock clock;

    CancellationDesk(DeskTokens tokens, Appointments appointments, CancellationWindow window, Clock clock) {
        this.tokens = tokens;
        this.appointments = appointments;
        this.window = window;
        this.clock = clock;
    }

    /** How long before a visit a client has to cancel it, in words, if it is too late for that now; else null. */
    public @Nullable String missedNotice(StaffAccount desk, AppointmentView visit) {
        Duration missed = window.missed(visit, tokens.of(desk), clock.instant());
        return missed.isZero() ? null : words(missed);
    }

    /** Whether it would be marked as the client's late cancellation. */
    public boolean isLate(StaffAccount desk, AppointmentId id, CancelAppointment command) {
        if (!command.ofTheClient()) {
            return false;
        }
        AppointmentView visit = appointments.find(tokens.of(desk), id);
        return Standing.of(visit.status()).open() && missedNotice(desk, visit) != null;
    }

    public AppointmentView cancel(StaffAccount desk, AppointmentId id, long version, CancelAppointment command) {
        return appointments.cancel(tokens.of(desk), id, new IfMatch(version), command);
    }

    static String words(Duration window) {
        long minutes = window.toMinutes();
        return minutes % 60 == 0 ? count(minutes / 60, "hour") : count(minutes, "minute");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
