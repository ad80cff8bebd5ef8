package dev.unknot.common.appointment;

import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.util.Set;

/** An appointment was called off; its claims are free again. */
@Announced(type = "dev.unknot.appointment.cancelled.v1", topic = Topics.APPOINTMENTS)
public record AppointmentCancelled(AppointmentSnapshot appointment, Set<String> changed) implements AppointmentEvent {

    public AppointmentCancelled {
        changed = Set.copyOf(changed);
    }
}
