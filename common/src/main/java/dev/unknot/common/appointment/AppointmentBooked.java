package dev.unknot.common.appointment;

import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.util.Set;

/** An appointment was made. */
@Announced(type = "dev.unknot.appointment.booked.v1", topic = Topics.APPOINTMENTS)
public record AppointmentBooked(AppointmentSnapshot appointment, Set<String> changed) implements AppointmentEvent {

    public AppointmentBooked {
        changed = Set.copyOf(changed);
    }
}
