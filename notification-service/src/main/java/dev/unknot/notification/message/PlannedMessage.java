package dev.unknot.notification.message;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageKind;
import java.time.Instant;

/**
 * A message that ought to go out; equal in recipient, subject, kind, revision, channel and copy means the same message.
 *
 * @param copy 0; more is a resend by right
 * @param due when it may go out
 * @param expires from when on it is of no use
 */
record PlannedMessage(
        ClientId clientId,
        AppointmentId appointmentId,
        LocationId locationId,
        MessageKind kind,
        long revision,
        Channel channel,
        int copy,
        Instant due,
        Instant expires) {
    PlannedMessage dueAt(Instant other) {
        return new PlannedMessage(clientId, appointmentId, locationId, kind, revision, channel, copy, other, expires);
    }
}
