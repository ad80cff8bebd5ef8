package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.PartyWish.Seat;
import dev.unknot.booking.availability.Seating;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.Waiver;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Therapists and a room that would do, with the claims that taking them makes.
 *
 * @param zone of the location
 * @param overbooked those of the therapists whose time is taken already and given a second time
 */
record Candidate(Wish wish, Seating seating, ZoneId zone, List<Claim> claims, Set<UUID> overbooked) {

    static final String OVERBOOKED = "overbooked";

    Candidate {
        claims = List.copyOf(claims);
        overbooked = Set.copyOf(overbooked);
    }

    boolean uses(UUID resource) {
        return claims.stream().anyMatch(claim -> claim.resourceId().equals(resource));
    }

    Visit visit() {
        return wish.visit(zone, seating.room());
    }

    List<Participant> participants() {
        List<Participant> participants = new ArrayList<>();
        for (int seat = 0; seat < wish.seats().size(); seat++) {
            Seat wanted = wish.seats().get(seat);
            participants.add(
                    new Participant(wanted.client(), seating.therapists().get(seat)));
        }
        return List.copyOf(participants);
    }

    boolean isOverbooked() {
        return !overbooked.isEmpty();
    }

    /** For the history: with the reason for which time was given twice, where it was. */
    List<Waiver> setAside(List<Waiver> asked) {
        if (!isOverbooked()) {
            return asked;
        }
        List<Waiver> all = new ArrayList<>(asked);
        all.add(new Waiver(OVERBOOKED, Objects.requireNonNull(wish.overbook())));
        return List.copyOf(all);
    }
}
