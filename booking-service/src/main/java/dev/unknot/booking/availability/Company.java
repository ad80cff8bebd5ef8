package dev.unknot.booking.availability;

import dev.unknot.common.location.RoomId;
import dev.unknot.common.therapist.TherapistId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Several at once: so many different therapists, and as many places in one room.
 *
 * @param named who must be one of the therapists; null: nobody in particular
 */
record Company(Scene scene, Party party, @Nullable TherapistId named) {

    private static final int NOBODY = -1;

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
            int number = numberOfNamed();
            if (number >= 0) {
                theirs = fitting.get(number);
                Findings.therapist(theirs, number, who);
            }
            starts.keep(theirs);
        }
        keepSeated(starts, (one, seated) -> {
            // Who is named is noted already.
            if (named == null) {
                Findings.therapist(one, seated.getFirst(), who);
            }
        });
    }

    /**
     * Keeps the starts at which each is treated by whom they do not avoid.
     *
     * @param action is told of each of them, and who treats whom then; of none where it does not matter
     */
    private void keepSeated(Starts starts, BiConsumer<Starts, List<Integer>> action) {
        if (!scene.ask().choosy()) {
            return;
        }
        int among = numberOfNamed();
        for (long start = starts.next(0); start != Long.MAX_VALUE; start = starts.next(start + 1)) {
            Starts one = copy(starts);
            one.keepFrom(start);
            one.keepBefore(start + 1);
            List<Integer> seated = seated(start, among);
            if (seated.isEmpty()) {
                starts.remove(one);
            } else {
                action.accept(one, seated);
            }
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
        keepSeated(starts, (_, _) -> {});
    }

    /** The numbers of those who would be taken: the given one first, or where it matters who treats whom, in order of the guests. */
    List<Integer> therapists(long start, int first) {
        if (scene.ask().choosy()) {
            return seated(start, first);
        }
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

    /**
     * Who treats each of them, in their order, so that nobody is treated by whom they avoid; empty: it cannot be done.
     *
     * @param among who must be one of them, as early as can be; {@value #NOBODY}: nobody in particular
     */
    private List<Integer> seated(long start, int among) {
        List<Integer> free = IntStream.range(0, scene.staff().size())
                .filter(therapist ->
                        !fitting(new Starts(start, start + 1), therapist).isEmpty())
                .boxed()
                .toList();
        return IntStream.range(0, among == NOBODY ? 1 : party.size())
                .mapToObj(seat -> seated(free, among, seat))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(List.of());
    }

    private Optional<List<Integer>> seated(List<Integer> free, int among, int itsSeat) {
        List<Choice.Table> tables = IntStream.range(0, party.size())
                .mapToObj(seat -> new Choice.Table(
                        List.of(seat),
                        free.stream()
                                .filter(therapist -> among == NOBODY || (therapist == among) == (seat == itsSeat))
                                .map(this::id)
                                .filter(therapist -> accepts(seat, therapist))
                                .toList()))
                .toList();
        return new Matching(tables, Set.of())
                .bySeat(party.size())
                .map(seated -> seated.stream().map(this::number).toList());
    }

    private boolean accepts(int seat, TherapistId therapist) {
        List<Visitor> visitors = scene.ask().visitors();
        return seat >= visitors.size() || !visitors.get(seat).avoids(therapist);
    }

    private TherapistId id(int therapist) {
        return scene.staff().get(therapist).therapist().id();
    }

    private int number(TherapistId therapist) {
        return IntStream.range(0, scene.staff().size())
                .filter(number -> id(number).equals(therapist))
                .findFirst()
                .orElse(NOBODY);
    }

    private int numberOfNamed() {
        return named == null ? NOBODY : number(named);
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
