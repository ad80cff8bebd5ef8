package dev.unknot.booking.availability;

import dev.unknot.booking.availability.Supply.Rostered;
import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.TherapistId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One location as an ask sees it: the places that would do and the therapists who come into question, each with the time
 * that is taken. Both a search and a judgement look at this, so that they cannot differ.
 */
record Scene(LocationTime location, Ask ask, List<Place> places, List<Colleague> staff) {

    /** Only the therapist named, if one is, even where they never work. */
    static Scene of(Index index, Ask ask, LocationTime location, @Nullable TherapistId named, @Nullable Gender gender) {
        List<Place> places = new ArrayList<>(Findings.told(location.places().size()));
        for (RoomTime room : location.places()) {
            if (room.has(ask.treatment().capability())) {
                places.add(new Place(room, ask.counted(room.resource())));
            }
        }
        List<Rostered> asked = named == null ? index.staff(location.id()) : onRoster(index.therapist(named), location);
        List<Colleague> staff = new ArrayList<>(Findings.told(asked.size()));
        for (Rostered one : asked) {
            TherapistTime therapist = one.therapist();
            if (gender == null || therapist.gender() == gender) {
                staff.add(new Colleague(therapist, one.working(), ask.counted(therapist.resource())));
            }
        }
        return new Scene(location, ask, places, staff);
    }

    private static List<Rostered> onRoster(@Nullable TherapistTime therapist, LocationTime location) {
        return therapist == null ? List.of() : List.of(new Rostered(therapist, therapist.workingAt(location.id())));
    }

    List<RoomPlace> free(long start) {
        List<RoomPlace> free = new ArrayList<>();
        for (Place place : places) {
            Starts one = new Starts(start, start + 1);
            place.keepFree(one, ask);
            if (!one.isEmpty()) {
                free.add(place.room().place());
            }
        }
        return free;
    }

    record Place(RoomTime room, Taken taken) {

        void keepFree(Starts starts, Ask ask) {
            starts.keepRuns(room.usable(), taken, ask.now(), 0, ask.session() + room.turnover());
        }
    }

    /** @param working at this location */
    record Colleague(TherapistTime therapist, Cells working, Taken taken) {}
}
