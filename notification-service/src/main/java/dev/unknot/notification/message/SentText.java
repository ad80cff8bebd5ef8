package dev.unknot.notification.message;

import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.MessageKind;
import dev.unknot.notification.visit.Visit;

/**
 * An SMS that went out.
 *
 * @param revision of the visit it spoke of
 * @param visit as it is now
 */
public record SentText(ClientId clientId, MessageKind kind, long revision, Visit visit) {
    /** Whether the visit is still as the client was told, and they are expected. */
    public boolean stands() {
        return visit.ahead() && visit.revision() == revision;
    }

    /** By whomever. */
    public boolean isConfirmed() {
        return visit.status() == AppointmentStatus.CONFIRMED;
    }
}
