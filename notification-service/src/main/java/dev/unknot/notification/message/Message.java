package dev.unknot.notification.message;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageId;
import dev.unknot.common.message.MessageKind;
import java.time.Duration;
import java.time.Instant;

/**
 * A message of the ledger in the hands of a dispatcher.
 *
 * @param revision of the appointment it speaks of
 * @param version counts what was announced of it
 * @param lookedAtNext while it is being sent the end of the lease
 * @param claim number of the lease
 * @param attempts how often a gateway was called
 */
record Message(
        MessageId id,
        ClientId clientId,
        AppointmentId appointmentId,
        MessageKind kind,
        Channel channel,
        long revision,
        long version,
        Instant due,
        Instant expires,
        Instant lookedAtNext,
        long claim,
        int attempts) {
    /** Whether half of its time is over. */
    boolean isLate(Instant now) {
        return now.isAfter(due.plus(Duration.between(due, expires).dividedBy(2)));
    }
}
