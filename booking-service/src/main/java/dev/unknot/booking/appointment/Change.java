package dev.unknot.booking.appointment;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.unknot.common.appointment.AppointmentEvent;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.Waiver;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What a transition made of an appointment, and what is to be announced of it.
 *
 * @param waived rules set aside for this change, with the reasons
 */
@CheckReturnValue
record Change<E extends AppointmentEvent>(Appointment after, E event, List<Waiver> waived) {

    /** @param event takes the state after, and the names of its components that differ from before */
    static <E extends AppointmentEvent> Change<E> between(
            Appointment before,
            List<Claim> had,
            Appointment after,
            List<Claim> has,
            BiFunction<AppointmentSnapshot, Set<String>, E> event) {
        AppointmentSnapshot announced = after.snapshot(has);
        return new Change<>(after, event.apply(announced, Difference.of(before.snapshot(had), announced)), List.of());
    }

    Change<E> waiving(List<Waiver> rules) {
        return new Change<>(after, event, rules);
    }

    List<Claim> claims() {
        return event.appointment().claims();
    }
}
