package dev.unknot.booking.availability;

import static java.util.stream.Collectors.groupingBy;

import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.time.Grid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rooms of a location as a party sees them: all of it goes into one, each of them has a place of their own. */
record Rooms(Map<RoomId, List<RoomTime>> byId, PartyWish wish) {

    /** In the location's own order. */
    static Rooms of(LocationTime location, PartyWish wish) {
        return new Rooms(
                location.places().stream()
                        .collect(groupingBy(
                                place -> place.place().roomId(), LinkedHashMap::new, Collectors.toUnmodifiableList())),
                wish);
    }

    /** Those that have enough of the places that are free for one; the room preferred, then in order. */
    List<Choice.Room> among(Set<RoomPlace> free) {
        List<Choice.Room> rooms = new ArrayList<>();
        asked().forEach(places -> {
            List<RoomPlace> left =
                    places.stream().map(RoomTime::place).filter(free::contains).toList();
            if (left.size() >= wish.seats().size()) {
                RoomTime any = places.getFirst();
                rooms.add(new Choice.Room(any.place().roomId(), Grid.CELL.multipliedBy(any.turnover()), left));
            }
        });
        rooms.sort(Comparator.comparing(room -> !room.id().equals(wish.preferred())));
        return rooms;
    }

    private Collection<List<RoomTime>> asked() {
        return wish.room() == null
                ? byId.values()
                : byId.containsKey(wish.room()) ? List.of(byId.get(wish.room())) : List.of();
    }

    /** Why there is none. */
    Rule refusal() {
        RoomId named = wish.room();
        if (named == null) {
            List<List<RoomTime>> fitting = byId.values().stream()
                    .filter(places -> suits(places) && largeEnough(places))
                    .toList();
            if (fitting.isEmpty()) {
                return Rule.ROOM_LARGE_ENOUGH;
            }
            return fitting.stream().anyMatch(this::inUse) ? Rule.ROOM_FREE : Rule.ROOM_IN_USE;
        }
        List<RoomTime> places = byId.get(named);
        if (places == null) {
            return Rule.ROOM_KNOWN;
        }
        if (!suits(places)) {
            return Rule.ROOM_SUITABLE;
        }
        if (!largeEnough(places)) {
            return Rule.ROOM_NAMED_LARGE_ENOUGH;
        }
        return inUse(places) ? Rule.ROOM_NAMED_FREE : Rule.ROOM_NAMED_IN_USE;
    }

    private boolean suits(List<RoomTime> places) {
        return places.getFirst().has(wish.treatment().capability());
    }

    private boolean largeEnough(List<RoomTime> places) {
        return places.size() >= wish.seats().size();
    }

    private boolean inUse(List<RoomTime> places) {
        return places.getFirst()
                .inUse(Grid.cell(wish.start()), CellTime.ofMinutes(wish.minutes() + wish.addedMinutes()));
    }
}
