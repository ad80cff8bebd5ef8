package dev.unknot.booking.availability;

import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.therapist.TherapistId;
import java.util.List;

/**
 * Who and where for one wanted start.
 *
 * @param therapists one for each seat, in their order
 * @param places as many as there are seats, all in one room
 */
public record Seating(List<TherapistId> therapists, List<RoomPlace> places) {

    public Seating {
        therapists = List.copyOf(therapists);
        places = List.copyOf(places);
    }

    public RoomId room() {
        return places.getFirst().roomId();
    }
}
