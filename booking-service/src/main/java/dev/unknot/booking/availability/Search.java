package dev.unknot.booking.availability;

import dev.unknot.booking.availability.Scene.Colleague;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.time.Grid;
import java.time.Instant;
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

    /** Ascending by start, then location, then therapist. */
    Openings run() {
        if (!Ask.offers(query.treatment(), query.minutes())) {
            return Openings.NONE;
        }
        Instant first = Stream.of(query.from(), query.now(), after == null ? query.from() : after.start())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        long end = Grid.cell(query.to()) - ask.session() + 1;
        long known =
                scenes.stream().mapToLong(scene -> scene.location().to()).max().orElse(Long.MIN_VALUE);
        end = Math.min(end, known);
        Findings findings = new Findings(CellTime.ceil(first));
        long length = FIRST_WINDOW;
        for (long from = CellTime.ceil(first); from < end && findings.size() < query.limit(); ) {
            long to = Math.min(end, Math.floorDiv(from + length, Long.SIZE) * Long.SIZE);
            int before = findings.size();
            for (int scene = 0; scene < scenes.size(); scene++) {
                collect(scene, from, to, findings);
            }
            findings.sort(before, from, to);
            from = to;
            length = Math.min(2 * length, LAST_WINDOW);
        }
        return findings.openings(query.limit(), scenes, ask.session());
    }

    private void collect(int number, long from, long to, Findings findings) {
        Scene scene = scenes.get(number);
        Starts open = new Starts(from, to);
        for (LocationLaw law : laws) {
            law.narrowing().keep(open, ask, scene.location());
            if (open.isEmpty()) {
                return;
            }
        }
        int[] places = new int[Math.toIntExact(to - from)];
        scene.keepWithRoom(open, (start, place) -> places[(int) (start - from)] = place);
        Starts theirs = open.none();
        for (int i = 0; i < scene.staff().size() && !open.isEmpty(); i++) {
            Colleague colleague = scene.staff().get(i);
            theirs.become(open);
            if (after != null && passed(after, scene.location(), colleague)) {
                theirs.keepFrom(Grid.cell(after.start()) + 1);
            }
            for (TherapistLaw law : TherapistLaw.ALL) {
                law.narrowing().keep(theirs, ask, scene.location(), colleague);
            }
            for (long cell = theirs.next(from); cell != Long.MAX_VALUE; cell = theirs.next(cell + 1)) {
                findings.add(cell, number, i, places[(int) (cell - from)]);
            }
            if (!query.eachTherapist()) {
                open.remove(theirs);
            }
        }
    }

    /** Whether what they offer at that very start came on a page before. */
    private boolean passed(SlotQuery.After last, LocationTime location, Colleague colleague) {
        int order = location.id().value().compareTo(last.location().value());
        return order < 0
                || order == 0
                        && (!query.eachTherapist()
                                || last.therapist() == null
                                || colleague
                                                .therapist()
                                                .id()
                                                .value()
                                                .compareTo(last.therapist().value())
                                        <= 0);
    }

    private static Stream<LocationTime> locations(SlotQuery query, Index index) {
        return query.locations() == null
                ? index.locations().stream()
                : query.locations().stream()
                        .map((LocationId id) -> index.location(id))
                        .filter(Objects::nonNull);
    }
}
