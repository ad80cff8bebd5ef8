package dev.unknot.common.appointment;

import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.util.Set;

/** An appointment was moved: {@code changed} says whether in time, to another place or to another therapist. */
@Announced(type = "dev.unknot.appointment.rescheduled.v1", topic = Topics.APPOINTMENTS)
public record AppointmentRescheduled(AppointmentSnapshot appointment, Set<String> changed) implements AppointmentEvent {

    public AppointmentRescheduled {
        changed = Set.copyOf(changed);
    }
}
