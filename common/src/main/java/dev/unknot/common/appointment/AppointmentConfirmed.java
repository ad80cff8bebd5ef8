package dev.unknot.common.appointment;

import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.util.Set;

/** The client, or staff for them, said that they will come. */
@Announced(type = "dev.unknot.appointment.confirmed.v1", topic = Topics.APPOINTMENTS)
public record AppointmentConfirmed(AppointmentSnapshot appointment, Set<String> changed) implements AppointmentEvent {

    public AppointmentConfirmed {
        changed = Set.copyOf(changed);
    }
}
