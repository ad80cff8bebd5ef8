package dev.unknot.booking.availability;

import dev.unknot.booking.availability.Explanation.Obstacle;
import dev.unknot.booking.availability.Scene.Colleague;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.Grid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks of every rule which starts it stops, each rule by itself, and so finds which stops first and which alone. */
final class Inquiry {

    /** Further than any schedule reaches. */
    private static final Duration FAR = Duration.ofDays(1_000);

    private final SlotQuery query;
    private final Index index;
    private final Ask ask;
    private final Tally tally = new Tally();
    private long slots;

    Inquiry(SlotQuery query, Index index) {
        this.query = query;
        this.index = index;
        this.ask = Ask.of(query, index);
    }

    Explanation explain() {
        for (Site site : index.sites(query.locations())) {
            TherapistId only = query.preferences().party().therapists() > 1 ? null : query.therapist();
            look(Scene.of(index, ask, site, only, query.gender()));
        }
        List<Obstacle> obstacles = tally.obstacles();
        return new Explanation(tally.candidates(), tally.found(), slots, obstacles, bottleneck(obstacles), next());
    }

    private void look(Scene scene) {
        LocationTime location = scene.location();
        Starts candidates = new Starts(CellTime.ceil(query.from()), Grid.cell(query.to()) - ask.session() + 1);
        PreferredTime.keep(candidates, location.zone(), query.preferences(), ask.session());
        List<Tally.Stop> everybody = new ArrayList<>();
        for (LocationLaw law : LocationLaw.standing(ask.waived())) {
            if (law.rule() == Rule.ON_CADENCE) {
                law.narrowing().keep(candidates, ask, location);
            }
        }
        scene.look(candidates);
        Company company = new Company(scene, query.preferences().party(), query.therapist());
        Starts shut = candidates.none();
        for (LocationLaw law : LocationLaw.standing(ask.waived())) {
            // Of a closed day it is not told, too, that it is no day of the week on which the location opens.
            LocationTime seen = law.rule() == Rule.LOCATION_OPEN ? location.neverClosed() : location;
            Tally.Stop stop =
                    stop(law.rule(), candidates, kept -> law.narrowing().keep(kept, ask, seen));
            everybody.add(stop);
            if (law.rule() == Rule.LOCATION_NOT_CLOSED) {
                shut.become(stop.starts());
            }
        }
        if (company.party().therapists() > 1) {
            everybody.add(stop(Rule.THERAPISTS_ENOUGH, candidates, kept -> keepWithTherapists(kept, company, shut)));
        }
        everybody.addAll(rooms(company, candidates));
        Starts offered = candidates.none();
        if (asked(scene).isEmpty()) {
            everybody.add(stop(Rule.THERAPIST_AT_WORK, candidates, Starts::clear));
            tally.count(candidates, everybody);
        }
        for (Colleague colleague : asked(scene)) {
            Starts found = tally.count(candidates, with(everybody, colleague, location, candidates, shut));
            if (query.eachTherapist()) {
                slots += found.count();
            }
            offered.add(found);
        }
        slots += query.eachTherapist() ? 0 : offered.count();
    }

    /** Where too few are at work for no other reason than that the location is closed, it is not told, too, that they are too few. */
    private static void keepWithTherapists(Starts starts, Company company, Starts shut) {
        Starts planned = shut.none();
        planned.become(shut);
        new Company(company.scene().withEveryShift(), company.party(), company.named()).keepWithTherapists(planned);
        company.keepWithTherapists(starts);
        starts.add(planned);
    }

    /** Of a party's therapists the one who is named, if one is. */
    private List<Colleague> asked(Scene scene) {
        return query.therapist() == null
                ? scene.staff()
                : scene.staff().stream()
                        .filter(each -> each.therapist().id().equals(query.therapist()))
                        .toList();
    }

    /** @param shut when the location is closed */
    private List<Tally.Stop> with(
            List<Tally.Stop> everybody, Colleague colleague, LocationTime location, Starts candidates, Starts shut) {
        List<Tally.Stop> all = new ArrayList<>(everybody);
        Colleague alwaysAtWork = new Colleague(
                colleague.therapist(),
                Cells.ALL,
                FreeTime.of(Cells.ALL, ask.counted(colleague.therapist().resource())));
        Colleague neverAway = colleague.with(colleague.therapist().awayFrom(location.id()));
        for (TherapistLaw law : TherapistLaw.standing(ask.waived())) {
            // Who is away has a shift all the same, and who is not at work is not taken for that: three rules.
            Colleague seen = switch (law.rule()) {
                case THERAPIST_AT_WORK -> neverAway;
                case THERAPIST_FREE -> alwaysAtWork;
                default -> colleague;
            };
            all.add(stop(law.rule(), candidates, kept -> {
                law.narrowing().keep(kept, ask, location, seen);
                if (law.rule() == Rule.THERAPIST_AT_WORK) {
                    kept.add(onlyShut(law, location, seen, shut));
                }
            }));
        }
        return all;
    }

    /** When the therapist is not at work for no other reason than that the location is closed. */
    private Starts onlyShut(TherapistLaw atWork, LocationTime location, Colleague colleague, Starts shut) {
        Starts planned = shut.none();
        planned.become(shut);
        Cells closed = colleague.therapist().closedAt(location.id());
        atWork.narrowing().keep(planned, ask, location, colleague.with(closed));
        return planned;
    }

    /** Where no room would do, whether one would be free is asked of all of them. */
    private List<Tally.Stop> rooms(Company company, Starts candidates) {
        Scene scene = company.scene();
        if (scene.places().isEmpty()) {
            List<Tally.Stop> stops = new ArrayList<>(List.of(stop(Rule.ROOM_CAPABLE, candidates, Starts::clear)));
            stops.addAll(timesOf(new Company(scene.withEveryRoom(), Party.ONE, null), candidates));
            return stops;
        }
        return company.fitsIntoARoom()
                ? timesOf(company, candidates)
                : List.of(stop(Rule.ROOM_LARGE_ENOUGH, candidates, Starts::clear));
    }

    /** Where every room is out of use, whether one would be free is asked as though none were. */
    private List<Tally.Stop> timesOf(Company company, Starts candidates) {
        if (company.scene().places().isEmpty()) {
            return List.of(stop(Rule.ROOM_FREE, candidates, Starts::clear));
        }
        Tally.Stop out = stop(Rule.ROOM_IN_USE, candidates, company::keepWithRoomInUse);
        Tally.Stop taken = stop(Rule.ROOM_FREE, candidates, kept -> {
            Starts onlyOut = kept.none();
            onlyOut.become(out.starts());
            keepFree(onlyOut, new Company(company.scene().withEveryRoomInUse(), company.party(), null));
            keepFree(kept, company);
            kept.add(onlyOut);
        });
        return List.of(out, taken);
    }

    private void keepFree(Starts starts, Company company) {
        if (company.party().several()) {
            company.keepWithRoom(starts, notes(starts));
        } else {
            keepWithPlace(starts, company.scene().places());
        }
    }

    private static int[] notes(Starts starts) {
        return new int[starts.words() * Long.SIZE];
    }

    private void keepWithPlace(Starts starts, List<Scene.Place> places) {
        Starts without = starts.none();
        without.become(starts);
        for (Scene.Place place : places) {
            Starts free = without.none();
            free.become(without);
            place.keepFree(free, ask);
            without.remove(free);
        }
        starts.remove(without);
    }

    private static Tally.Stop stop(Rule rule, Starts candidates, Consumer<Starts> narrowing) {
        Starts stopped = candidates.none();
        stopped.become(candidates);
        Starts kept = candidates.none();
        kept.become(candidates);
        narrowing.accept(kept);
        stopped.remove(kept);
        return new Tally.Stop(rule, stopped);
    }

    private static @Nullable Obstacle bottleneck(List<Obstacle> obstacles) {
        Comparator<Obstacle> alone = Comparator.comparingLong(Obstacle::alone);
        Comparator<Obstacle> stopped = Comparator.comparingLong(Obstacle::stopped);
        Optional<Obstacle> most =
                obstacles.stream().filter(one -> one.alone() > 0).max(alone);
        return most.or(() -> obstacles.stream().filter(Obstacle::scarcity).max(stopped))
                .or(() -> obstacles.stream().max(stopped))
                .orElse(null);
    }

    private @Nullable Opening next() {
        Instant from = Grid.instant(Grid.cell(query.to()) - ask.session() + 1);
        List<Opening> next = new Search(query.earliestBetween(from, from.plus(FAR)), index).run();
        return next.isEmpty() ? null : next.getFirst();
    }
}
