package dev.unknot.common.appointment;

import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.util.Set;

/** The last step was a slip and was taken back; the status is the one before it. */
@Announced(type = "dev.unknot.appointment.undone.v1", topic = Topics.APPOINTMENTS)
public record AppointmentUndone(AppointmentSnapshot appointment, Set<String> changed) implements AppointmentEvent {

    public AppointmentUndone {
        changed = Set.copyOf(changed);
    }
}
