package dev.unknot.common.appointment;

import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.util.Set;

/** A displaced appointment is covered again. */
@Announced(type = "dev.unknot.appointment.restored.v1", topic = Topics.APPOINTMENTS)
public record AppointmentRestored(AppointmentSnapshot appointment, Set<String> changed) implements AppointmentEvent {

    public AppointmentRestored {
        changed = Set.copyOf(changed);
    }
}
