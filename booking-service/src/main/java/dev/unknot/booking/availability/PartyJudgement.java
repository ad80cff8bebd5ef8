package dev.unknot.booking.availability;

import dev.unknot.common.therapist.TherapistId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds a wish of several against the rules: each seat by itself as a wish of its own, then that one room has a place for
 * each of them and that there is a therapist for each table.
 */
final class PartyJudgement {

    private final PartyWish wish;
    private final Index index;

    PartyJudgement(PartyWish wish, Index index) {
        this.wish = wish;
        this.index = index;
    }

    PartyVerdict pass() {
        List<List<Assignment>> bySeat = new ArrayList<>();
        for (int seat = 0; seat < wish.seats().size(); seat++) {
            BookingWish own = wish.of(wish.seats().get(seat), wish.ignoreClaims());
            switch (new Judgement(own, index).pass()) {
                case Verdict.Fits fits -> bySeat.add(fits.assignments());
                case Verdict.Refused refused -> {
                    return refused(refused, seat);
                }
            }
        }
        LocationTime location = index.location(wish.location());
        return location == null ? PartyVerdict.Refused.by(Rule.LOCATION_KNOWN) : at(location, bySeat);
    }

    private PartyVerdict refused(Verdict.Refused refused, int seat) {
        LocationTime location = index.location(wish.location());
        boolean forWantOfARoom = refused.equals(Verdict.Refused.by(Rule.ROOM_FREE))
                || refused.equals(Verdict.Refused.by(Rule.ROOM_IN_USE))
                || refused.equals(Verdict.Refused.by(Rule.ROOM_CAPABLE));
        if (forWantOfARoom && wish.room() != null && location != null) {
            return PartyVerdict.Refused.by(Rooms.of(location, wish).refusal());
        }
        return PartyVerdict.Refused.of(refused, seat, wish.seats().size());
    }

    private PartyVerdict at(LocationTime location, List<List<Assignment>> bySeat) {
        Rooms rooms = Rooms.of(location, wish);
        List<Choice.Room> free =
                rooms.among(bySeat.getFirst().stream().map(Assignment::place).collect(Collectors.toSet()));
        if (free.isEmpty()) {
            return PartyVerdict.Refused.by(rooms.refusal());
        }
        Map<TherapistId, Long> versions = new HashMap<>();
        bySeat.forEach(fitting -> fitting.forEach(each -> versions.put(each.therapist(), each.therapistVersion())));
        Choice choice = new Choice(
                wish.seats().size(),
                tables(bySeat, location),
                free,
                location.zone(),
                versions,
                bySeat.getFirst().getFirst().locationVersion());
        return choice.best(Set.of()).isPresent()
                ? new PartyVerdict.Fits(choice)
                : PartyVerdict.Refused.by(Rule.THERAPISTS_ENOUGH);
    }

    private List<Choice.Table> tables(List<List<Assignment>> bySeat, LocationTime location) {
        Ask ask = Ask.of(wish.of(wish.seats().getFirst(), false), index);
        Load load = Load.inWeekOf(wish.start(), location.zone(), index, ask);
        return wish.tables().stream()
                .map(seats -> new Choice.Table(seats, inOrder(seats, bySeat, load)))
                .toList();
    }

    /** Whoever can serve all of the seats; who serves them at present, then the least booked. */
    private List<TherapistId> inOrder(List<Integer> seats, List<List<Assignment>> bySeat, Load load) {
        Set<TherapistId> fitting = new LinkedHashSet<>();
        bySeat.get(seats.getFirst()).forEach(each -> fitting.add(each.therapist()));
        seats.forEach(seat -> fitting.retainAll(
                bySeat.get(seat).stream().map(Assignment::therapist).collect(Collectors.toSet())));
        List<TherapistId> ordered = new ArrayList<>(load.leastFirst(List.copyOf(fitting)));
        TherapistId present = wish.seats().get(seats.getFirst()).present();
        if (present != null && ordered.remove(present)) {
            ordered.addFirst(present);
        }
        return ordered;
    }
}
