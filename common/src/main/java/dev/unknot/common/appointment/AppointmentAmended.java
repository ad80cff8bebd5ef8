package dev.unknot.common.appointment;

import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.util.Set;

/**
 * What a visit consists of was changed where it stands: {@code changed} says whether its treatment, its length, its room or
 * its add-ons.
 */
@Announced(type = "dev.unknot.appointment.amended.v1", topic = Topics.APPOINTMENTS)
public record AppointmentAmended(AppointmentSnapshot appointment, Set<String> changed) implements AppointmentEvent {

    public AppointmentAmended {
        changed = Set.copyOf(changed);
    }
}
