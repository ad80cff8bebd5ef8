package dev.unknot.booking.availability;

import dev.unknot.booking.availability.Scene.Colleague;
import dev.unknot.common.time.Grid;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Lists every rule that stands against a wish, where a {@link PartyJudgement} stops at the first. A rule that follows from
 * another is left out: outside the opening hours nobody is at work, and what has passed has no notice.
 */
final class Grounds {

    private static final Set<Rule> OF_NO_USE_ELSEWHEN =
            EnumSet.of(Rule.START_IN_FUTURE, Rule.WITHIN_HORIZON, Rule.LOCATION_NOT_CLOSED, Rule.LOCATION_OPEN);

    private static final Set<Rule> OF_THEIR_TIME =
            EnumSet.of(Rule.THERAPIST_NOT_AWAY, Rule.THERAPIST_AT_WORK, Rule.THERAPIST_FREE);

    private final PartyWish wish;
    private final Index index;

    Grounds(PartyWish wish, Index index) {
        this.wish = wish;
        this.index = index;
    }

    /** By seat, in the order in which a wish is judged. Empty where nothing stands against it, or what does is not about one seat. */
    List<PartyVerdict.Refused> all() {
        List<PartyVerdict.Refused> all = new ArrayList<>();
        for (int seat = 0; seat < wish.seats().size(); seat++) {
            for (Rule rule : against(seat)) {
                all.add(PartyVerdict.Refused.by(rule, seat, wish.seats().size()));
            }
        }
        return all;
    }

    private Set<Rule> against(int seat) {
        BookingWish own = wish.of(wish.seats().get(seat), wish.ignoreClaims());
        Set<Rule> found = EnumSet.noneOf(Rule.class);
        Site site = index.site(own.location());
        boolean unknownTherapist = own.therapist() != null && index.therapist(own.therapist()) == null;
        if (site == null || unknownTherapist || !Grid.fits(own.start()) || !Grid.fits(own.minutes())) {
            return found;
        }
        Scene scene = Scene.of(index, Ask.of(own, index), site, own.therapist(), null);
        long start = Grid.cell(own.start());
        addOfLocation(found, scene, start);
        boolean noTimeAtAll = found.stream().anyMatch(OF_NO_USE_ELSEWHEN::contains);
        addOfTherapists(found, scene, start, own.overbook());
        if (noTimeAtAll) {
            found.removeAll(OF_THEIR_TIME);
        } else {
            addOfRooms(found, scene, start);
        }
        return found;
    }

    private static void addOfLocation(Set<Rule> found, Scene scene, long start) {
        for (LocationLaw law : LocationLaw.standing(scene.ask().waived())) {
            Starts one = new Starts(start, start + 1);
            law.narrowing().keep(one, scene.ask(), scene.location());
            if (one.isEmpty()) {
                found.add(law.rule());
            }
        }
        leaveOut(found, Rule.START_IN_FUTURE, Rule.NOTICE_KEPT);
        leaveOut(found, Rule.WITHIN_HORIZON, Rule.LOCATION_OPEN);
        leaveOut(found, Rule.LOCATION_NOT_CLOSED, Rule.LOCATION_OPEN);
    }

    /** Of those who come into question, whoever got furthest; nothing where one of them could. */
    private static void addOfTherapists(Set<Rule> found, Scene scene, long start, boolean overbook) {
        Set<Rule> best = EnumSet.of(Rule.THERAPIST_AT_WORK);
        Rule furthest = null;
        for (Colleague colleague : scene.staff()) {
            Set<Rule> theirs = against(colleague, scene, start, overbook);
            if (theirs.isEmpty()) {
                return;
            }
            Rule first = theirs.iterator().next();
            if (furthest == null || first.compareTo(furthest) > 0) {
                furthest = first;
                best = theirs;
            }
        }
        found.addAll(best);
    }

    private static Set<Rule> against(Colleague colleague, Scene scene, long start, boolean overbook) {
        Ask ask = scene.ask();
        // Whether they are taken is asked apart from whether they are at work.
        Colleague always = new Colleague(
                colleague.therapist(),
                colleague.working(),
                FreeTime.of(Cells.ALL, ask.counted(colleague.therapist().resource())));
        Set<Rule> theirs = EnumSet.noneOf(Rule.class);
        for (TherapistLaw law : TherapistLaw.standing(ask.waived())) {
            if (overbook && law.rule() == Rule.THERAPIST_FREE) {
                continue;
            }
            Starts one = new Starts(start, start + 1);
            law.narrowing().keep(one, ask, scene.location(), always);
            if (one.isEmpty()) {
                theirs.add(law.rule());
            }
        }
        leaveOut(theirs, Rule.THERAPIST_NOT_AWAY, Rule.THERAPIST_AT_WORK);
        return theirs.contains(Rule.THERAPIST_ACTIVE) ? EnumSet.of(Rule.THERAPIST_ACTIVE) : theirs;
    }

    private void addOfRooms(Set<Rule> found, Scene scene, long start) {
        Rooms rooms = Rooms.of(scene.location(), wish);
        if (wish.room() == null && scene.places().isEmpty()) {
            found.add(Rule.ROOM_CAPABLE);
        } else if (rooms.among(Set.copyOf(scene.free(start))).isEmpty()) {
            found.add(rooms.refusal());
        }
    }

    private static void leaveOut(Set<Rule> found, Rule cause, Rule consequence) {
        if (found.contains(cause)) {
            found.remove(consequence);
        }
    }
}
