package dev.unknot.booking.availability;

import dev.unknot.common.location.RoomId;
import dev.unknot.common.therapist.TherapistId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Several at once: so many different therapists, and as many places in one room.
 *
 * @param named who must be one of the therapists; null: nobody in particular
 */
record Company(Scene scene, Party party, @Nullable TherapistId named) {

    /** Keeps the starts at which there are enough, and notes of each the first therapist, or who is named, and the first place. */
    void keep(Starts starts, int[] who) {
        keepWithRoom(starts, who);
        List<Starts> fitting = fitting(starts);
        starts.keep(atLeast(party.therapists(), fitting, starts));
        for (int i = fitting.size() - 1; i >= 0; i--) {
            fitting.get(i).keep(starts);
            Findings.therapist(fitting.get(i), i, who);
        }
        if (named != null) {
            Starts theirs = starts.none();
            for (int i = 0; i < fitting.size(); i++) {
                if (isNamed(i)) {
                    theirs = fitting.get(i);
                    Findings.therapist(theirs, i, who);
                }
            }
            starts.keep(theirs);
        }
    }

    /** Keeps the starts at which one room has places enough. */
    void keepWithRoom(Starts starts, int[] who) {
        Starts with = starts.none();
        for (int from = scene.places().size() - 1; from >= 0; from--) {
            List<Starts> free = new ArrayList<>();
            for (int place : placesFrom(from)) {
                Starts one = copy(starts);
                scene.places().get(place).keepFree(one, scene.ask());
                free.add(one);
            }
            // Among the later places of a room alone, there may still be enough, but the earlier ones are noted over
            // them.
            Starts enough = atLeast(party.size(), free, starts);
            enough.keep(free.getFirst());
            Findings.place(enough, from, who);
            with.add(enough);
        }
        starts.keep(with);
    }

    /** Keeps the starts at which a room that is large enough is in use, taken or not. */
    void keepWithRoomInUse(Starts starts) {
        Starts with = starts.none();
        for (int place = 0; place < scene.places().size(); place++) {
            if (placesFrom(place).size() >= party.size()) {
                Starts one = copy(starts);
                scene.places().get(place).room().keepInUse(one, scene.ask().session());
                with.add(one);
            }
        }
        starts.keep(with);
    }

    boolean fitsIntoARoom() {
        for (int place = 0; place < scene.places().size(); place++) {
            if (placesFrom(place).size() >= party.size()) {
                return true;
            }
        }
        return false;
    }

    /** Keeps the starts at which there are therapists enough. */
    void keepWithTherapists(Starts starts) {
        starts.keep(atLeast(party.therapists(), fitting(starts), starts));
    }

    /** The numbers of those who would be taken, the given one first. */
    List<Integer> therapists(long start, int first) {
        List<Integer> taken = new ArrayList<>(List.of(first));
        for (int i = 0; i < scene.staff().size() && taken.size() < party.therapists(); i++) {
            if (i != first && !fitting(new Starts(start, start + 1), i).isEmpty()) {
                taken.add(i);
            }
        }
        return taken;
    }

    /** The numbers of those that would be taken, the given one first. */
    List<Integer> places(long start, int first) {
        List<Integer> taken = new ArrayList<>();
        for (int place : placesFrom(first)) {
            Starts one = new Starts(start, start + 1);
            scene.places().get(place).keepFree(one, scene.ask());
            if (!one.isEmpty() && taken.size() < party.size()) {
                taken.add(place);
            }
        }
        return taken;
    }

    private boolean isNamed(int therapist) {
        return scene.staff().get(therapist).therapist().id().equals(named);
    }

    private List<Starts> fitting(Starts starts) {
        return IntStream.range(0, scene.staff().size())
                .mapToObj(therapist -> fitting(starts, therapist))
                .toList();
    }

    private Starts fitting(Starts starts, int therapist) {
        Starts theirs = copy(starts);
        for (TherapistLaw law : TherapistLaw.forSearch(scene.ask().waived())) {
            law.narrowing()
                    .keep(theirs, scene.ask(), scene.location(), scene.staff().get(therapist));
        }
        return theirs;
    }

    /** This one and those after it in its room. */
    private List<Integer> placesFrom(int first) {
        RoomId room = roomOf(first);
        List<Integer> places = new ArrayList<>();
        for (int place = first; place < scene.places().size() && roomOf(place).equals(room); place++) {
            places.add(place);
        }
        return places;
    }

    private RoomId roomOf(int place) {
        return scene.places().get(place).room().place().roomId();
    }

    /** The starts that are in as many of the sets. */
    private static Starts atLeast(int number, List<Starts> sets, Starts like) {
        List<Starts> counted = new ArrayList<>();
        counted.add(copy(like));
        for (int i = 0; i < number; i++) {
            counted.add(like.none());
        }
        for (Starts set : sets) {
            for (int i = number; i > 0; i--) {
                Starts more = copy(counted.get(i - 1));
                more.keep(set);
                counted.get(i).add(more);
            }
        }
        return counted.get(number);
    }

    private static Starts copy(Starts starts) {
        Starts copy = starts.none();
        copy.become(starts);
        return copy;
    }
}
