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
 * at which they can be had. Both a search and a judgement look at this, so that they cannot differ.
 */
record Scene(LocationTime location, Ask ask, List<Place> places, List<Colleague> staff, Board.View board) {

    /** Only the therapist named, if one is, even where they never work. */
    static Scene of(Index index, Ask ask, Site site, @Nullable TherapistId named, @Nullable Gender gender) {
        Board.View board = site.board().view();
        List<RoomTime> rooms = site.location().places();
        List<Place> places = new ArrayList<>(Findings.told(rooms.size()));
        for (int i = 0; i < rooms.size(); i++) {
            RoomTime room = rooms.get(i);
            if (room.has(ask.treatment().capability())) {
                places.add(new Place(room, free(ask, room.resource(), room.usable(), board, i)));
            }
        }
        List<Colleague> staff =
                new ArrayList<>(named == null ? Findings.told(site.staff().size()) : 1);
        for (int i = 0; i < site.staff().size(); i++) {
            Rostered one = site.staff().get(i);
            TherapistTime therapist = one.therapist();
            if ((named == null || therapist.id().equals(named)) && (gender == null || therapist.gender() == gender)) {
                FreeTime free = free(ask, therapist.resource(), one.working(), board, rooms.size() + i);
                staff.add(new Colleague(therapist, one.working(), free));
            }
        }
        TherapistTime stranger = named == null || !staff.isEmpty() ? null : index.therapist(named);
        if (stranger != null && (gender == null || stranger.gender() == gender)) {
            staff.add(new Colleague(stranger, Cells.NONE, Cells.NONE));
        }
        return new Scene(site.location(), ask, places, staff, board);
    }

    private static FreeTime free(Ask ask, Resource resource, Cells base, Board.View board, int row) {
        return ask.countsAll(resource) ? board.row(row) : FreeTime.of(base, ask.counted(resource));
    }

    /** To be called before the free time around many starts is looked at. */
    void look(Starts starts) {
        int reach = 1 + Math.ceilDiv(ask.before() + ask.session() + ask.after(), Long.SIZE);
        long first = starts.firstCell() / Long.SIZE;
        board.look(first - reach, first + starts.words() + reach);
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

    /** Whether one of the places is in use, taken or not. */
    boolean inUse(long start) {
        return places.stream().anyMatch(place -> place.room().inUse(start, ask.session()));
    }

    /** As though any of the location's rooms would do. */
    Scene withEveryRoom() {
        return with(location.places().stream()
                .map(room -> new Place(room, FreeTime.of(room.usable(), ask.counted(room.resource()))))
                .toList());
    }

    /** As though no room were ever out of use. */
    Scene withEveryRoomInUse() {
        return with(places.stream()
                .map(place -> new Place(
                        place.room(),
                        FreeTime.of(Cells.ALL, ask.counted(place.room().resource()))))
                .toList());
    }

    /** As though the location were never closed. */
    Scene withEveryShift() {
        List<Colleague> others = staff.stream()
                .map(colleague -> {
                    Cells planned =
                            colleague.working().with(colleague.therapist().closedAt(location.id()));
                    return new Colleague(
                            colleague.therapist(),
                            planned,
                            FreeTime.of(
                                    planned, ask.counted(colleague.therapist().resource())));
                })
                .toList();
        return new Scene(location, ask, places, others, board);
    }

    private Scene with(List<Place> others) {
        return new Scene(location, ask, others, staff, board);
    }

    record Place(RoomTime room, FreeTime free) {

        void keepFree(Starts starts, Ask ask) {
            starts.keepRuns(free, ask.now(), 0, ask.session() + room.turnover());
        }
    }

    /**
     * @param working at this location
     * @param free of it, what is not taken
     */
    record Colleague(TherapistTime therapist, Cells working, FreeTime free) {

        Colleague with(Cells more) {
            return new Colleague(therapist, working.with(more), free);
        }
    }
}
