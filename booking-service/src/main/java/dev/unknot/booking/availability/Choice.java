package dev.unknot.booking.availability;

import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.therapist.TherapistId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * All that would do for a {@link PartyWish}: who can serve which seats, and the rooms with the places that are free.
 *
 * @param seats how many have to be served
 * @param tables each to be served by another therapist
 * @param rooms each with a place for every seat, those to be taken first in front
 * @param zone of the location
 * @param therapists the versions of their schedules that were looked at
 * @param locationVersion of the opening hours and rooms that were looked at
 */
public record Choice(
        int seats,
        List<Table> tables,
        List<Room> rooms,
        ZoneId zone,
        Map<TherapistId, Long> therapists,
        long locationVersion) {

    public Choice {
        tables = List.copyOf(tables);
        rooms = List.copyOf(rooms);
        therapists = Map.copyOf(therapists);
    }

    /**
     * Seats that one therapist serves.
     *
     * @param seats counted from 0
     * @param fitting who could, those to be taken first in front
     */
    public record Table(List<Integer> seats, List<TherapistId> fitting) {

        private Table few(Set<UUID> taken, int most) {
            return new Table(
                    seats,
                    fitting.stream()
                            .filter(therapist -> !taken.contains(therapist.value()))
                            .limit(most)
                            .toList());
        }
    }

    /**
     * @param turnover how long a place is made ready after the session
     * @param places free ones, by number
     */
    public record Room(RoomId id, Duration turnover, List<RoomPlace> places) {

        private Room without(Set<UUID> taken) {
            List<RoomPlace> left = places.stream()
                    .filter(place -> !taken.contains(place.resourceId()))
                    .toList();
            return new Room(id, turnover, left);
        }
    }

    /** The best way that needs none of the resources {@code taken}; empty: there is none. The same for the same. */
    public Optional<Seating> best(Set<UUID> taken) {
        return rooms.stream()
                .map(room -> room.without(taken))
                .filter(room -> room.places().size() >= seats)
                .findFirst()
                .flatMap(room -> new Matching(tables, taken)
                        .bySeat(seats)
                        .map(found -> new Seating(found, room.places().subList(0, seats))));
    }

    /**
     * What is left without the resources {@code taken}, of the rooms only a few by chance and of the therapists the first
     * few: of many who lost the same one, hardly two then look at the same again.
     */
    public Choice few(Set<UUID> taken, int most, RandomGenerator chance) {
        List<Room> left = rooms.stream()
                .map(room -> room.without(taken))
                .filter(room -> room.places().size() >= seats)
                .toList();
        List<Room> some = new ArrayList<>(left);
        Collections.shuffle(some, chance);
        Set<Room> picked = Set.copyOf(some.subList(0, Math.min(most, some.size())));
        return with(
                tables.stream().map(table -> table.few(taken, most)).toList(),
                left.stream().filter(picked::contains).toList());
    }

    /** Nothing left to choose: only this way of it. */
    public Choice only(Seating seating) {
        return with(
                tables.stream()
                        .map(table -> new Table(
                                table.seats(),
                                List.of(seating.therapists().get(table.seats().getFirst()))))
                        .toList(),
                rooms.stream()
                        .filter(room -> room.id().equals(seating.room()))
                        .map(room -> new Room(room.id(), room.turnover(), seating.places()))
                        .toList());
    }

    private Choice with(List<Table> fewer, List<Room> inRooms) {
        Map<TherapistId, Long> versions = fewer.stream()
                .flatMap(table -> table.fitting().stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), each -> therapists.getOrDefault(each, 0L)));
        return new Choice(seats, fewer, inRooms, zone, versions, locationVersion);
    }
}
