package dev.unknot.booking.availability;

import dev.unknot.booking.availability.Scene.Colleague;
import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.time.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds one wish against the rules, in the order of {@link Rule}; the first that stands against it answers. */
final class Judgement {

    private final BookingWish wish;
    private final Index index;
    private final Ask ask;

    Judgement(BookingWish wish, Index index) {
        this.wish = wish;
        this.index = index;
        this.ask = Ask.of(wish, index);
    }

    Verdict pass() {
        Site site = index.site(wish.location());
        if (!ask.offered()
                && (!ask.onGrid() || site == null || !site.location().terms().hasMenu())) {
            return Verdict.Refused.by(Rule.MINUTES_OFFERED);
        }
        if (!Grid.fits(wish.start())) {
            return Verdict.Refused.by(Rule.START_ON_GRID);
        }
        if (site == null) {
            return Verdict.Refused.by(Rule.LOCATION_KNOWN);
        }
        if (wish.therapist() != null && index.therapist(wish.therapist()) == null) {
            return Verdict.Refused.by(Rule.THERAPIST_KNOWN);
        }
        return at(Scene.of(index, ask, site, wish.therapist(), null), Grid.cell(wish.start()));
    }

    private Verdict at(Scene scene, long start) {
        Starts one = new Starts(start, start + 1);
        for (LocationLaw law : LocationLaw.forSearch(ask.waived())) {
            law.narrowing().keep(one, ask, scene.location());
            if (one.isEmpty()) {
                return Verdict.Refused.by(firstAgainst(scene.location(), start).orElse(law.rule()));
            }
        }
        if (scene.places().isEmpty()) {
            return Verdict.Refused.by(Rule.ROOM_CAPABLE);
        }
        List<Colleague> fitting = new ArrayList<>();
        Rule furthest = scene.staff().isEmpty() ? Rule.THERAPIST_AT_WORK : Rule.THERAPIST_ACTIVE;
        for (Colleague colleague : scene.staff()) {
            Rule refusal = refusal(scene, colleague, start);
            if (refusal == null) {
                fitting.add(colleague);
            } else if (refusal.compareTo(furthest) > 0) {
                furthest = refusal;
            }
        }
        List<RoomPlace> places = scene.free(start);
        if (fitting.isEmpty()) {
            return Verdict.Refused.by(furthest);
        }
        if (places.isEmpty()) {
            return Verdict.Refused.by(scene.inUse(start) ? Rule.ROOM_FREE : Rule.ROOM_IN_USE);
        }
        return new Verdict.Fits(pairs(scene.location(), fitting, places));
    }

    /** Of all laws, those that only tell the reason included, which a search leaves out. */
    private Optional<Rule> firstAgainst(LocationTime location, long start) {
        Starts one = new Starts(start, start + 1);
        for (LocationLaw law : LocationLaw.standing(ask.waived())) {
            law.narrowing().keep(one, ask, location);
            if (one.isEmpty()) {
                return Optional.of(law.rule());
            }
        }
        return Optional.empty();
    }

    private @Nullable Rule refusal(Scene scene, Colleague colleague, long start) {
        if (!wish.overbook() && fits(scene, colleague, start)) {
            return null;
        }
        Starts one = new Starts(start, start + 1);
        for (TherapistLaw law : TherapistLaw.standing(ask.waived())) {
            if (wish.overbook() && law.rule() == Rule.THERAPIST_FREE) {
                continue;
            }
            law.narrowing().keep(one, ask, scene.location(), colleague);
            if (one.isEmpty()) {
                return law.rule();
            }
        }
        return null;
    }

    private boolean fits(Scene scene, Colleague colleague, long start) {
        Starts one = new Starts(start, start + 1);
        for (TherapistLaw law : TherapistLaw.forSearch(ask.waived())) {
            law.narrowing().keep(one, ask, scene.location(), colleague);
        }
        return !one.isEmpty();
    }

    /** Every therapist once, each with another place, before any comes again. */
    private static List<Assignment> pairs(LocationTime location, List<Colleague> staff, List<RoomPlace> places) {
        List<Assignment> pairs = new ArrayList<>();
        for (int turn = 0; turn < places.size(); turn++) {
            for (int i = 0; i < staff.size(); i++) {
                TherapistTime therapist = staff.get(i).therapist();
                pairs.add(new Assignment(
                        therapist.id(),
                        places.get((i + turn) % places.size()),
                        location.zone(),
                        therapist.version(),
                        location.version()));
            }
        }
        return pairs;
    }
}
