package dev.unknot.booking.availability;

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
        List<Place> places = new ArrayList<>();
        for (RoomTime room : location.places()) {
            if (room.has(ask.treatment().capability())) {
                places.add(new Place(room, location.taken(ask.counted(index.taken(room.resource())), ask.now())));
            }
        }
        TherapistTime one = named == null ? null : index.therapist(named);
        List<TherapistTime> asked = named == null ? index.staff(location.id()) : one == null ? List.of() : List.of(one);
        List<Colleague> staff = new ArrayList<>();
        for (TherapistTime therapist : asked) {
            if (gender == null || therapist.gender() == gender) {
                Taken claims = ask.counted(index.taken(therapist.id().value()));
                staff.add(new Colleague(therapist, therapist.taken(claims, ask.now())));
            }
        }
        return new Scene(location, ask, places, staff);
    }

    /** Keeps the starts at which at least one place is free, and tells of each which is the first. */
    void keepWithRoom(Starts starts, ToPlace first) {
        Starts left = starts.none();
        left.become(starts);
        Starts free = starts.none();
        for (int i = 0; i < places.size() && !left.isEmpty(); i++) {
            free.clear();
            places.get(i).addFree(free, left, ask);
            for (long start = free.next(Long.MIN_VALUE); start != Long.MAX_VALUE; start = free.next(start + 1)) {
                first.put(start, i);
            }
            left.remove(free);
        }
        starts.remove(left);
    }

    interface ToPlace {
        void put(long start, int place);
    }

    List<RoomPlace> free(long start) {
        Starts one = new Starts(start, start + 1);
        return places.stream()
                .filter(place -> {
                    Starts free = one.none();
                    place.addFree(free, one, ask);
                    return !free.isEmpty();
                })
                .map(place -> place.room().place())
                .toList();
    }

    record Place(RoomTime room, Cells taken) {

        private void addFree(Starts starts, Starts candidates, Ask ask) {
            starts.addRuns(candidates, room.usable(), taken, 0, ask.session() + room.turnover());
        }
    }

    record Colleague(TherapistTime therapist, Cells taken) {}
}
