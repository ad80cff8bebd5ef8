package dev.unknot.booking.series;

import dev.unknot.booking.appointment.BookingProgress;
import dev.unknot.booking.appointment.SeriesVisits;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.series.SeriesId;
import dev.unknot.platform.security.Caller;
import java.util.Set;
import java.util.UUID;

/** Books one visit of a series. */
record Booking(SeriesVisits visits, BookAppointment command, SeriesId series, Caller caller) implements Step {

    @Override
    public Set<UUID> wants(BookingProgress progress) {
        return visits.wants(command, caller, progress);
    }

    @Override
    public AppointmentView take(BookingProgress progress) {
        return visits.book(command, series, caller, progress);
    }

    @Override
    public boolean makesRoom() {
        return false;
    }
}
