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
 * @param reason why it was dropped or given up, a code
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
        @Nullable String reason) {}
