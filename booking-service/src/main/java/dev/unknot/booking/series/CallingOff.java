package dev.unknot.booking.series;

import dev.unknot.booking.appointment.BookingProgress;
import dev.unknot.booking.appointment.SeriesVisits;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.platform.security.Caller;
import java.util.Set;
import java.util.UUID;

/** Calls one visit of a series off, which claims nothing. */
record CallingOff(SeriesVisits visits, AppointmentView visit, CancelAppointment command, Caller caller)
        implements Step {

    @Override
    public Set<UUID> wants(BookingProgress progress) {
        return Set.of();
    }

    @Override
    public AppointmentView take(BookingProgress progress) {
        return visits.cancel(visit, command, caller);
    }

    @Override
    public boolean makesRoom() {
        return true;
    }
}
