package dev.unknot.oracle.announcement;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.ResourceKind;
import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.time.TimeRange;
import dev.unknot.oracle.Appointment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an appointment.
 *
 * @param location null where it has no room, and when it is cancelled
 * @param session null when it is cancelled
 * @param expiresAt when its claims end by themselves; null: they do not
 */
public record Agreed(
        AppointmentId id,
        @Nullable LocationId location,
        @Nullable TimeRange session,
        List<Claim> claims,
        @Nullable Instant expiresAt) {

    static Agreed of(String name, @Nullable LocationId location, Appointment one) {
        TimeRange session = new TimeRange(one.start(), one.end());
        List<Claim> claims = new ArrayList<>();
        if (one.therapist() != null) {
            UUID therapist = Names.therapist(one.therapist()).value();
            TimeRange atWork = session.padded(Duration.ofMinutes(one.before()), Duration.ofMinutes(one.after()));
            claims.add(new Claim(ResourceKind.THERAPIST, therapist, therapist, atWork));
        }
        if (one.room() != null) {
            RoomPlace place = new RoomPlace(Names.room(one.room()), one.place());
            TimeRange inUse = session.padded(Duration.ZERO, Duration.ofMinutes(one.turnover()));
            claims.add(new Claim(
                    ResourceKind.ROOM, place.resourceId(), place.roomId().value(), inUse));
        }
        if (one.client() != null) {
            UUID client = Names.client(one.client()).value();
            claims.add(new Claim(ResourceKind.CLIENT, client, client, session));
        }
        return new Agreed(Names.appointment(name), location, session, List.copyOf(claims), one.expiresAt());
    }

    public static Agreed cancelled(AppointmentId id) {
        return new Agreed(id, null, null, List.of(), null);
    }
}
