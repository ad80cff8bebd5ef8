package dev.unknot.common.appointment;

import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.util.Set;

/** The client did not come. */
@Announced(type = "dev.unknot.appointment.missed.v1", topic = Topics.APPOINTMENTS)
public record AppointmentMissed(AppointmentSnapshot appointment, Set<String> changed) implements AppointmentEvent {

    public AppointmentMissed {
        changed = Set.copyOf(changed);
    }
}
