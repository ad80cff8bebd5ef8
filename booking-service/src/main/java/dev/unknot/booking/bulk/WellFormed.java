package dev.unknot.booking.bulk;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.ChangeAppointments;
import dev.unknot.platform.problem.Rejection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says what is wrong with a set before any of it is done. */
final class WellFormed {

    private WellFormed() {}

    /** Refuses an item that has not exactly one change, and an appointment that has several. */
    static void require(List<ChangeAppointments.One> items) {
        Set<AppointmentId> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            ChangeAppointments.One item = items.get(i);
            if ((item.cancel() == null) == (item.reschedule() == null)) {
                throw Rejection.malformed(
                        "invalid-request", "A change has either cancel or reschedule.", "items[" + i + "]");
            }
            if (!seen.add(item.appointmentId())) {
                throw Rejection.invalid(
                        "appointment-twice",
                        "This appointment is changed twice; its last state can be asked for at once.",
                        "items[" + i + "].appointmentId");
            }
        }
    }
}
