package dev.unknot.booking.series;

import dev.unknot.booking.appointment.BookingProgress;
import dev.unknot.booking.appointment.SeriesVisits;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.platform.security.Caller;
import java.util.Set;
import java.util.UUID;

/** Moves one visit of a series. */
record Moving(SeriesVisits visits, AppointmentView visit, RescheduleAppointment command, Caller caller)
        implements Step {

    @Override
    public Set<UUID> wants(BookingProgress progress) {
        return visits.wants(visit, command, caller, progress);
    }

    @Override
    public AppointmentView take(BookingProgress progress) {
        return visits.move(visit, command, caller, progress);
    }

    @Override
    public boolean makesRoom() {
        return true;
    }
}
