package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Choice;
import dev.unknot.booking.availability.ClientStanding;
import dev.unknot.booking.availability.Seating;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.ResourceKind;
import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What would do for a wish, with the claims that taking it makes: a therapist is claimed with preparation and rest, a place
 * with its turnover, a client, once one is named, for the session alone.
 *
 * @param everything whether this is all the rules allow, so that there is no other choice to try
 */
record Options(Wish wish, Choice choice, boolean everything) {

    /** Of everybody and everything that might be taken. */
    List<Claim> claims() {
        return claims(
                choice.therapists().keySet(),
                choice.rooms().stream().flatMap(room -> claims(room).stream()).toList());
    }

    /**
     * The best of those that need nothing taken; empty: there is none.
     *
     * @param overbooked therapists whose time may be given twice
     */
    Optional<Candidate> best(Set<UUID> taken, Set<UUID> overbooked) {
        if (clients().stream().anyMatch(claim -> taken.contains(claim.resourceId()))) {
            return Optional.empty();
        }
        return choice.best(taken)
                .map(seating -> new Candidate(wish, seating, choice.zone(), claims(seating), overbooked));
    }

    /** Whether too little of the rooms is left. */
    boolean noRoom(Set<UUID> taken) {
        return choice.rooms().stream()
                .noneMatch(room -> room.places().stream()
                                .filter(place -> !taken.contains(place.resourceId()))
                                .count()
                        >= choice.seats());
    }

    /**
     * Whether the rules would not have allowed this for a client who stands like that: then it was decided by an older
     * standing, even if the index has learned the present one since.
     */
    boolean excludedBy(ClientStanding standing) {
        return standing.barred()
                || choice.tables().stream()
                        .filter(table -> table.seats().stream()
                                .anyMatch(seat -> standing.client()
                                        .equals(wish.seats().get(seat).client())))
                        .flatMap(table -> table.fitting().stream())
                        .anyMatch(standing.avoids()::contains);
    }

    SupplyVersions restOn() {
        return new SupplyVersions(wish.location(), choice.locationVersion(), choice.therapists());
    }

    private List<Claim> claims(Seating seating) {
        return claims(
                Set.copyOf(seating.therapists()),
                choice.rooms().stream()
                        .filter(room -> room.id().equals(seating.room()))
                        .flatMap(room -> claims(room).stream())
                        .filter(claim -> seating.places().stream()
                                .map(RoomPlace::resourceId)
                                .anyMatch(claim.resourceId()::equals))
                        .toList());
    }

    private List<Claim> claims(Set<TherapistId> therapists, List<Claim> places) {
        List<Claim> claims = new ArrayList<>();
        therapists.forEach(therapist -> claims.add(claim(ResourceKind.THERAPIST, therapist.value(), atWork())));
        claims.addAll(places);
        claims.addAll(clients());
        return claims;
    }

    private List<Claim> claims(Choice.Room room) {
        TimeRange during = wish.session().padded(Duration.ZERO, room.turnover());
        return room.places().stream()
                .map(place -> new Claim(
                        ResourceKind.ROOM, place.resourceId(), room.id().value(), during))
                .collect(Collectors.toList());
    }

    private List<Claim> clients() {
        return wish.clients().stream()
                .map(ClientId::value)
                .map(id -> claim(ResourceKind.CLIENT, id, wish.session()))
                .toList();
    }

    private TimeRange atWork() {
        return wish.session()
                .padded(
                        Duration.ofMinutes(wish.treatment().beforeMinutes()),
                        Duration.ofMinutes(wish.treatment().afterMinutes()));
    }

    private static Claim claim(ResourceKind kind, UUID id, TimeRange during) {
        return new Claim(kind, id, id, during);
    }
}
