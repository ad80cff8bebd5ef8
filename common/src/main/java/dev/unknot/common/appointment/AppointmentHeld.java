package dev.unknot.common.appointment;

import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.util.Set;

/** A time was held for a while; the hold ends by itself at {@code expiresAt}. */
@Announced(type = "dev.unknot.appointment.held.v1", topic = Topics.APPOINTMENTS)
public record AppointmentHeld(AppointmentSnapshot appointment, Set<String> changed) implements AppointmentEvent {

    public AppointmentHeld {
        changed = Set.copyOf(changed);
    }
}
