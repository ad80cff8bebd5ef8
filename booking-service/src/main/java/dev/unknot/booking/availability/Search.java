package dev.unknot.booking.availability;

import dev.unknot.booking.availability.Scene.Colleague;
import dev.unknot.common.time.Grid;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for openings in windows that grow as they come up empty, so that a search for the next few does not look at
 * months.
 */
final class Search {

    /** In words: about three weeks. */
    private static final int LAST_WINDOW = 96;

    /** Of one location, as a guess at how far to look for as many as are asked for. */
    private static final int OPENINGS_IN_A_WORD = 4;

    private final SlotQuery query;
    private final SlotQuery.@Nullable After after;
    private final Party party;
    private final Index index;
    private final Ask ask;
    private final List<Site> sites;
    private final @Nullable Scene[] scenes;
    private final List<LocationLaw> locationLaws;
    private final List<TherapistLaw> therapistLaws;

    private final Starts open = new Starts(0, 0);
    private final Starts left = open.none();
    private final Starts theirs = open.none();
    private final Starts settled = open.none();
    private int[] who = new int[0];

    Search(SlotQuery query, Index index) {
        this.query = query;
        this.after = query.after();
        this.party = query.preferences().party();
        this.index = index;
        this.ask = Ask.of(query, index);
        this.sites = index.sites(query.locations());
        this.scenes = new Scene[Findings.told(sites.size())];
        this.locationLaws = LocationLaw.forSearch(ask.waived());
        this.therapistLaws = TherapistLaw.forSearch(ask.waived());
    }

    /** Ascending by start, then location, then therapist. */
    Openings run() {
        if (!ask.onGrid() || sites.isEmpty()) {
            return Openings.NONE;
        }
        Instant first = latest(latest(query.from(), query.now()), after == null ? query.from() : after.start());
        long end = Math.min(Grid.cell(query.to()) - ask.session() + 1, lastHorizon());
        int words = Math.min(1 + query.limit() / (OPENINGS_IN_A_WORD * sites.size()), LAST_WINDOW);
        Findings findings = new Findings(CellTime.ceil(first), 2 * OPENINGS_IN_A_WORD * words * sites.size());
        for (long from = CellTime.ceil(first); from < end && findings.size() < query.limit(); ) {
            long to = Math.min(end, (Math.floorDiv(from, Long.SIZE) + words) * Long.SIZE);
            look(from, to, findings);
            from = to;
            words = Math.min(2 * words, LAST_WINDOW);
        }
        return findings.openings(query.limit(), scenes, ask.session()).of(party);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private long lastHorizon() {
        long last = Long.MIN_VALUE;
        for (Site site : sites) {
            last = Math.max(last, site.location().to());
        }
        return last;
    }

    private void look(long from, long to, Findings findings) {
        int before = findings.size();
        int found = 0;
        for (int number = 0; number < sites.size(); number++) {
            open.restart(from, to);
            narrow(sites.get(number).location());
            if (!open.isEmpty()) {
                collect(number, findings);
                found++;
            }
        }
        if (found > 1 || query.eachTherapist()) {
            findings.sort(before, from, to);
        }
    }

    private void narrow(LocationTime location) {
        PreferredTime.keep(open, location.zone(), query.preferences(), ask.session());
        for (LocationLaw law : locationLaws) {
            law.narrowing().keep(open, ask, location);
            if (open.isEmpty()) {
                return;
            }
        }
    }

    private void collect(int number, Findings findings) {
        Scene scene = scene(number);
        scene.look(open);
        makeNotesFor(open);
        if (party.therapists() > 1) {
            collectParties(scene, number, findings);
            return;
        }
        if (party.several()) {
            new Company(scene, party, null).keepWithRoom(open, who);
        } else {
            findPlaces(scene);
        }
        settled.become(open);
        for (int i = 0; i < scene.staff().size() && !open.isEmpty(); i++) {
            Colleague colleague = scene.staff().get(i);
            theirs.become(open);
            if (after != null && after.covers(scene, i, query.eachTherapist())) {
                theirs.keepFrom(Grid.cell(after.start()) + 1);
            }
            narrow(scene.location(), colleague);
            if (query.eachTherapist()) {
                findings.add(theirs, number, i, who);
            } else {
                Findings.therapist(theirs, i, who);
                open.remove(theirs);
            }
        }
        if (!query.eachTherapist()) {
            settled.remove(open);
            findings.add(settled, number, who);
        }
    }

    private void collectParties(Scene scene, int number, Findings findings) {
        if (after != null && after.covers(scene)) {
            open.keepFrom(Grid.cell(after.start()) + 1);
        }
        new Company(scene, party, query.therapist()).keep(open, who);
        findings.add(open, number, who);
    }

    private void narrow(LocationTime location, Colleague colleague) {
        for (TherapistLaw law : therapistLaws) {
            law.narrowing().keep(theirs, ask, location, colleague);
            if (theirs.isEmpty()) {
                return;
            }
        }
    }

    /** Keeps the starts at which at least one place is free, and notes of each which is the first. */
    private void findPlaces(Scene scene) {
        left.become(open);
        for (int place = 0; place < scene.places().size() && !left.isEmpty(); place++) {
            theirs.become(left);
            scene.places().get(place).keepFree(theirs, ask);
            Findings.place(theirs, place, who);
            left.remove(theirs);
        }
        open.remove(left);
    }

    private void makeNotesFor(Starts starts) {
        if (who.length < starts.words() * Long.SIZE) {
            who = new int[starts.words() * Long.SIZE];
        }
    }

    private Scene scene(int number) {
        Scene known = scenes[number];
        if (known == null) {
            known = Scene.of(
                    index, ask, sites.get(number), party.therapists() > 1 ? null : query.therapist(), query.gender());
            scenes[number] = known;
        }
        return known;
    }
}
