package dev.unknot.booking.availability;

import dev.unknot.booking.availability.SlotQuery.After;
import dev.unknot.common.time.Grid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds everything there is, and puts it in another order than that of time: by {@link Preferences#near} and by
 * {@link Preferences#ranking}; what is alike in both stays in order of start, location and therapist.
 */
final class RankedSearch {

    private static final Comparator<Ranked> ORDER = Comparator.comparing(Ranked::day)
            .thenComparingDouble(Ranked::kilometres)
            .thenComparingInt(Ranked::harm)
            .thenComparingLong(Ranked::one);

    private final SlotQuery query;
    private final Party party;
    private final Index index;
    private final Ask ask;
    private final KnownTreatments treatments;
    private final KnownTerms terms;
    private final Map<LocationTime, Harm> harms = new HashMap<>();

    RankedSearch(SlotQuery query, Index index, KnownTreatments treatments, KnownTerms terms) {
        this.query = query;
        this.party = query.preferences().party();
        this.index = index;
        this.ask = Ask.of(query, index);
        this.treatments = treatments;
        this.terms = terms;
    }

    /**
     * @param one as {@link Findings} packs it, so that a lower one is an earlier one
     * @param kilometres infinite where they are unknown
     */
    private record Ranked(long one, LocalDate day, double kilometres, int harm) {

        /** But for the place, which is not chosen but falls to it. */
        boolean sameStartAndLocation(Ranked other) {
            return Findings.start(one) == Findings.start(other.one) && Findings.scene(one) == Findings.scene(other.one);
        }
    }

    Openings run() {
        boolean byHarm = query.preferences().ranking() == Ranking.LEAST_HARMFUL;
        Openings found =
                new Search(query.forAll(byHarm && party.therapists() == 1 || query.eachTherapist()), index).run();
        List<Ranked> ranked = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            Ranked next = byHarm ? byHarm(found, found.packed(i)) : ranked(found, found.packed(i), 0);
            Ranked last = ranked.isEmpty() ? null : ranked.getLast();
            if (query.eachTherapist() || last == null || !last.sameStartAndLocation(next)) {
                ranked.add(next);
            } else if (next.harm < last.harm) {
                ranked.set(ranked.size() - 1, next);
            }
        }
        After after = query.after();
        return found.of(ranked.stream()
                .filter(one -> after == null || follows(found, one, after))
                .sorted(ORDER)
                .limit(query.limit())
                .mapToLong(Ranked::one)
                .toArray());
    }

    private Ranked byHarm(Openings found, long one) {
        long start = found.start(one);
        Harm harm = harms.computeIfAbsent(found.scene(one).location(), _ -> harm(found.scene(one)));
        if (party.several()) {
            return ranked(found, one, harm.of(new Company(found.scene(one), party, null), start, one));
        }
        int place = harm.leastHarmedPlace(start, Findings.place(one));
        return ranked(
                found,
                Findings.inPlace(one, place),
                harm.ofTherapist(start, Findings.therapist(one)) + harm.ofPlace(start, place));
    }

    private Harm harm(Scene scene) {
        return new Harm(
                scene,
                Shortest.at(scene.location().id(), ask, treatments, terms),
                Grid.cell(query.from()),
                Grid.cell(query.to()));
    }

    private Ranked ranked(Openings found, long one, int harm) {
        LocationTime location = found.scene(one).location();
        return new Ranked(one, day(location, found.start(one)), kilometres(location), harm);
    }

    private LocalDate day(@Nullable LocationTime location, long start) {
        return query.preferences().near() == null || location == null
                ? LocalDate.EPOCH
                : Grid.instant(start).atZone(location.zone()).toLocalDate();
    }

    private double kilometres(@Nullable LocationTime location) {
        LocationTime near = query.preferences().near() == null
                ? null
                : index.location(query.preferences().near());
        Double distance = near == null || location == null ? null : location.kilometresTo(near);
        return distance == null ? Double.POSITIVE_INFINITY : distance;
    }

    /** Whether it comes after the last of another page in the order of day, distance, start, location and therapist. */
    private boolean follows(Openings found, Ranked one, After last) {
        LocationTime there = index.location(last.location());
        int order = Comparator.comparing(Ranked::day)
                .thenComparingDouble(Ranked::kilometres)
                .compare(one, new Ranked(0, day(there, Grid.cell(last.start())), kilometres(there), 0));
        if (order == 0) {
            order = Long.compare(found.start(one.one), Grid.cell(last.start()));
        }
        return order == 0
                ? !last.covers(found.scene(one.one), Findings.therapist(one.one), query.eachTherapist())
                : order > 0;
    }
}
