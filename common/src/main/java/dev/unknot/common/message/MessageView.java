package dev.unknot.common.message;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of the ledger as the API shows it.
 *
 * @param due when it may go out
 * @param expires from when on it is of no use
 * @param reason why it was dropped or given up, or sent and not delivered, a code
 * @param delivery what became of it after it was sent; null: nothing has been heard
 */
public record MessageView(
        MessageId id,
        AppointmentId appointmentId,
        ClientId clientId,
        LocationId locationId,
        MessageKind kind,
        Channel channel,
        long revision,
        MessageState state,
        Instant due,
        Instant expires,
        @Nullable Instant sentAt,
        @Nullable String reason,
        @Nullable DeliveryReport delivery) {}
