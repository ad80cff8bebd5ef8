package dev.unknot.common.appointment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.unknot.common.client.ClientMerge;
import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a visit consists of was changed where it stands: {@code changed} says whether its treatment, its length, its room or
 * its add-ons; or who comes, where one client had been recorded twice.
 *
 * @param merged the client who was recorded twice; null: who comes is the same
 */
@Announced(type = "dev.unknot.appointment.amended.v1", topic = Topics.APPOINTMENTS)
public record AppointmentAmended(
        AppointmentSnapshot appointment,
        Set<String> changed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ClientMerge merged)
        implements AppointmentEvent {

    public AppointmentAmended {
        changed = Set.copyOf(changed);
    }

    /** For the same clients. */
    public AppointmentAmended(AppointmentSnapshot appointment, Set<String> changed) {
        this(appointment, changed, null);
    }
}
