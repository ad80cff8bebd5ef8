package dev.unknot.common.message;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client whom no channel told something of a visit, as {@code GET /api/v1/unreached-clients} shows them to staff.
 *
 * @param kind what they were to be told
 * @param failures each channel once
 * @param handledAt when somebody dealt with it; null: nobody has yet
 */
public record UnreachedView(
        UnreachedId id,
        long version,
        ClientId clientId,
        AppointmentId appointmentId,
        LocationId locationId,
        MessageKind kind,
        Instant since,
        List<ChannelFailure> failures,
        @Nullable Instant handledAt) {

    public UnreachedView {
        failures = List.copyOf(failures);
    }

    /** As it is after somebody dealt with it. */
    public UnreachedView handled(Instant at) {
        return new UnreachedView(id, version + 1, clientId, appointmentId, locationId, kind, since, failures, at);
    }
}
