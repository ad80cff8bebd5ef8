package dev.unknot.common.appointment;

import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.util.Set;

/** The session took place. */
@Announced(type = "dev.unknot.appointment.completed.v1", topic = Topics.APPOINTMENTS)
public record AppointmentCompleted(AppointmentSnapshot appointment, Set<String> changed) implements AppointmentEvent {

    public AppointmentCompleted {
        changed = Set.copyOf(changed);
    }
}
