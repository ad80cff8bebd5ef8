package dev.unknot.common.appointment;

import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.util.Set;

/** The client has arrived. */
@Announced(type = "dev.unknot.appointment.checked-in.v1", topic = Topics.APPOINTMENTS)
public record AppointmentCheckedIn(AppointmentSnapshot appointment, Set<String> changed) implements AppointmentEvent {

    public AppointmentCheckedIn {
        changed = Set.copyOf(changed);
    }
}
