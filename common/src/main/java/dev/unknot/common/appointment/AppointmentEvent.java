package dev.unknot.common.appointment;

import dev.unknot.common.event.DomainEvent;
import java.util.Set;
import java.util.UUID;

/** What booking-service announces of appointments: the state after, what changed, and in the envelope why and by whom. */
public sealed interface AppointmentEvent extends DomainEvent
        permits AppointmentHeld,
                AppointmentExpired,
                AppointmentBooked,
                AppointmentRescheduled,
                AppointmentAmended,
                AppointmentConfirmed,
                AppointmentCheckedIn,
                AppointmentSessionStarted,
                AppointmentCompleted,
                AppointmentMissed,
                AppointmentUndone,
                AppointmentCancelled,
                AppointmentDisplaced,
                AppointmentRestored {

    AppointmentSnapshot appointment();

    /** Names of the components of {@link AppointmentSnapshot} that differ from before. */
    Set<String> changed();

    @Override
    default UUID subject() {
        return appointment().id().value();
    }
}
