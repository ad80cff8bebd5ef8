package dev.unknot.booking.availability;

import dev.unknot.booking.availability.Scene.Colleague;
import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for openings in windows that grow as they come up empty, so that a search for the next few does not look at
 * months.
 */
final class Search {

    /** In cells: about a day at first, about three weeks at last. */
    private static final long FIRST_WINDOW = 4L * Long.SIZE;

    private static final long LAST_WINDOW = 96L * Long.SIZE;

    private static final Comparator<Found> BY_START = Comparator.comparingLong(Found::start);

    private final SlotQuery query;
    private final SlotQuery.@Nullable After after;
    private final Ask ask;
    private final List<Scene> scenes;
    private final List<LocationLaw> laws;

    Search(SlotQuery query, Index index) {
        this.query = query;
        this.after = query.after();
        this.ask = Ask.of(query, index);
        this.scenes = locations(query, index)
                .sorted(Comparator.comparing(location -> location.id().value()))
                .map(location -> Scene.of(index, ask, location, query.therapist(), query.gender()))
                .toList();
        this.laws = LocationLaw.ALL.stream()
                .filter(law -> !law.rule().waivedBy(ask.waived()))
                .toList();
    }

    /** Ascending by start, then location. */
    List<Opening> run() {
        if (!Ask.offers(query.treatment(), query.minutes())) {
            return List.of();
        }
        Instant first = Stream.of(query.from(), query.now(), after == null ? query.from() : after.start())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        long end = Grid.cell(query.to()) - ask.session() + 1;
        long known =
                scenes.stream().mapToLong(scene -> scene.location().to()).max().orElse(Long.MIN_VALUE);
        end = Math.min(end, known);
        List<Opening> openings = new ArrayList<>();
        long length = FIRST_WINDOW;
        for (long from = CellTime.ceil(first); from < end && openings.size() < query.limit(); ) {
            long to = Math.min(end, Math.floorDiv(from + length, Long.SIZE) * Long.SIZE);
            openings.addAll(within(from, to, query.limit() - openings.size()));
            from = to;
            length = Math.min(2 * length, LAST_WINDOW);
        }
        return openings;
    }

    private List<Opening> within(long from, long to, int limit) {
        List<Found> found = new ArrayList<>();
        for (Scene scene : scenes) {
            collect(scene, from, to, found);
        }
        found.sort(BY_START);
        return found.stream().limit(limit).map(Found::opening).toList();
    }

    private void collect(Scene scene, long from, long to, List<Found> found) {
        Starts open = new Starts(from, to);
        if (after != null && comesNoLater(scene.location(), after)) {
            open.keepFrom(Grid.cell(after.start()) + 1);
        }
        for (LocationLaw law : laws) {
            law.narrowing().keep(open, ask, scene.location());
            if (open.isEmpty()) {
                return;
            }
        }
        scene.keepWithRoom(open);
        Starts theirs = open.none();
        for (Colleague colleague : scene.staff()) {
            if (open.isEmpty()) {
                return;
            }
            theirs.become(open);
            for (TherapistLaw law : TherapistLaw.ALL) {
                law.narrowing().keep(theirs, ask, scene.location(), colleague);
            }
            for (long cell = theirs.next(from); cell != Long.MAX_VALUE; cell = theirs.next(cell + 1)) {
                found.add(new Found(cell, scene, colleague));
            }
            open.remove(theirs);
        }
    }

    /** Then what it offers at that very start came on a page before. */
    private static boolean comesNoLater(LocationTime location, SlotQuery.After after) {
        return location.id().value().compareTo(after.location().value()) <= 0;
    }

    private static Stream<LocationTime> locations(SlotQuery query, Index index) {
        return query.locations() == null
                ? index.locations().stream()
                : query.locations().stream()
                        .map((LocationId id) -> index.location(id))
                        .filter(Objects::nonNull);
    }

    private record Found(long start, Scene scene, Colleague colleague) {

        Opening opening() {
            RoomPlace place = scene.free(start).getFirst();
            return new Opening(
                    new TimeRange(
                            Grid.instant(start),
                            Grid.instant(start + scene.ask().session())),
                    scene.location().zone(),
                    scene.location().id(),
                    colleague.therapist().id(),
                    place);
        }
    }
}
