package dev.unknot.common.appointment;

import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.util.Set;

/** The schedule changed under an appointment: it stands, but nobody or nothing is there to give it, as {@code displaced} says. */
@Announced(type = "dev.unknot.appointment.displaced.v1", topic = Topics.APPOINTMENTS)
public record AppointmentDisplaced(AppointmentSnapshot appointment, Set<String> changed) implements AppointmentEvent {

    public AppointmentDisplaced {
        changed = Set.copyOf(changed);
    }
}
