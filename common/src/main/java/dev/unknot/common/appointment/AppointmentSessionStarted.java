package dev.unknot.common.appointment;

import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.util.Set;

/** The session has begun. */
@Announced(type = "dev.unknot.appointment.session-started.v1", topic = Topics.APPOINTMENTS)
public record AppointmentSessionStarted(AppointmentSnapshot appointment, Set<String> changed)
        implements AppointmentEvent {

    public AppointmentSessionStarted {
        changed = Set.copyOf(changed);
    }
}
