package dev.unknot.benchmarks.search;

import dev.unknot.booking.availability.Commitment;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.ResourceKind;
import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.time.TimeRange;
import java.time.Duration;
import java.util.List;

/** A booking of the world: who, where, and when without buffers. */
record Visit(AppointmentId id, Clinic clinic, int therapist, int room, ClientId client, TimeRange session) {

    static final Duration BEFORE = Duration.ofMinutes(5);
    static final Duration AFTER = Duration.ofMinutes(10);

    TimeRange therapistTaken() {
        return session.padded(BEFORE, AFTER);
    }

    TimeRange roomTaken() {
        return session.padded(Duration.ZERO, Clinic.TURNOVER);
    }

    Commitment commitment(long version) {
        RoomPlace place = clinic.places().get(room);
        List<Claim> claims = List.of(
                new Claim(
                        ResourceKind.THERAPIST,
                        clinic.therapists().get(therapist).value(),
                        clinic.therapists().get(therapist).value(),
                        therapistTaken()),
                new Claim(
                        ResourceKind.ROOM,
                        clinic.resources().get(room),
                        place.roomId().value(),
                        roomTaken()),
                new Claim(ResourceKind.CLIENT, client.value(), client.value(), session));
        return new Commitment(id.value(), version, clinic.id(), session, claims, null);
    }
}
