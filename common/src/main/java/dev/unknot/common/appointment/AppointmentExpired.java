package dev.unknot.common.appointment;

import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.util.Set;

/** A hold ended without a booking, or was given back; its claims are free again. */
@Announced(type = "dev.unknot.appointment.expired.v1", topic = Topics.APPOINTMENTS)
public record AppointmentExpired(AppointmentSnapshot appointment, Set<String> changed) implements AppointmentEvent {

    public AppointmentExpired {
        changed = Set.copyOf(changed);
    }
}
