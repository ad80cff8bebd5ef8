package dev.unknot.booking.availability;

import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All the time that one appointment or block has taken, as of its version.
 *
 * @param location where its session is; null: nowhere in particular
 * @param session without buffers; null: there is none, as in a block
 * @param claims none free what it had
 * @param expiresAt from when on they are in nobody's way, though they are still there; null: they stay
 * @param agreement null: nothing has been agreed on, as with a hold or a block
 */
public record Commitment(
        UUID id,
        long version,
        @Nullable LocationId location,
        @Nullable TimeRange session,
        List<Claim> claims,
        @Nullable Instant expiresAt,
        @Nullable Agreement agreement) {

    /** On which nobody agreed. */
    public Commitment(
            UUID id,
            long version,
            @Nullable LocationId location,
            @Nullable TimeRange session,
            List<Claim> claims,
            @Nullable Instant expiresAt) {
        this(id, version, location, session, claims, expiresAt, null);
    }

    public Commitment {
        claims = List.copyOf(claims);
    }

    public static Commitment of(AppointmentSnapshot appointment, long version) {
        return new Commitment(
                appointment.id().value(),
                version,
                appointment.locationId(),
                new TimeRange(appointment.start(), appointment.end()),
                appointment.claims(),
                appointment.expiresAt(),
                appointment.expiresAt() == null ? Agreement.of(appointment) : null);
    }

    public Commitment with(List<Claim> all) {
        return new Commitment(id, version, location, session, all, expiresAt, agreement);
    }

    /** That it takes no time any more. */
    public static Commitment none(UUID id, long version) {
        return new Commitment(id, version, null, null, List.of(), null);
    }
}
