package dev.unknot.booking.series;

import dev.unknot.booking.appointment.BookingProgress;
import dev.unknot.common.appointment.AppointmentView;
import java.util.Set;
import java.util.UUID;

/** What a call does with one occurrence, in the transaction it finds. */
interface Step {

    /** Whom and what it would lock now; empty where it would be refused. */
    Set<UUID> wants(BookingProgress progress);

    AppointmentView take(BookingProgress progress);

    /** Whether it gives time up that one after it may want. */
    boolean makesRoom();
}
