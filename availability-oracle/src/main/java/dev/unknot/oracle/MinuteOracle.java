package dev.unknot.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Knows what can be booked by asking every rule of every start, location and therapist, minute by minute. */
public final class MinuteOracle {

    private final World world;
    private final Query query;
    private final Treatment treatment;
    private final int longestTurnover;
    private final Map<Picture, Minutes> painted = new HashMap<>();

    /** @throws IllegalArgumentException if the query names a treatment that is not in the world */
    public MinuteOracle(World world) {
        this.world = world;
        this.query = world.query();
        this.treatment = world.treatment();
        this.longestTurnover = world.locations().stream()
                .flatMap(location -> location.rooms().stream())
                .mapToInt(Room::turnover)
                .max()
                .orElse(0);
        world.locations().forEach(this::paint);
        world.therapists().forEach(this::paint);
        world.appointments().forEach(this::paint);
    }

    /** One of a room's places, numbered from 0. */
    public record Place(String room, int number) {}

    /** Every start, location and therapist at which the session can be booked, in order. */
    public List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        long to = Minutes.minute(query.to());
        for (long start = Minutes.minute(query.from()); start + query.minutes() <= to; start++) {
            for (Location location : world.locations()) {
                if (suits(location, start)) {
                    for (Therapist therapist : world.therapists()) {
                        if (suits(therapist, location, start)) {
                            slots.add(new Slot(Minutes.instant(start), location.id(), therapist.id()));
                        }
                    }
                }
            }
        }
        Collections.sort(slots);
        return slots;
    }

    /** Where the session could take place then, if a therapist were found. */
    public List<Place> freePlaces(Location location, Instant start) {
        return freePlaces(location, Minutes.minute(start)).toList();
    }

    /** The slot as it would be booked, in the first place that is free, for the client asked about. */
    public Appointment booked(String id, Slot slot) {
        Location location = world.locations().stream()
                .filter(one -> one.id().equals(slot.locationId()))
                .findFirst()
                .orElseThrow();
        Place place = freePlaces(location, slot.start()).getFirst();
        int turnover = location.rooms().stream()
                .filter(room -> room.id().equals(place.room()))
                .findFirst()
                .orElseThrow()
                .turnover();
        return new Appointment(
                id,
                slot.therapistId(),
                place.room(),
                query.client(),
                slot.start(),
                slot.start().plus(Duration.ofMinutes(query.minutes())),
                treatment.before(),
                treatment.after(),
                turnover,
                place.number(),
                null);
    }

    private boolean suits(Location location, long start) {
        long end = start + query.minutes();
        return start % 5 == 0
                && !Minutes.instant(start).isBefore(query.from())
                && (query.locations() == null || query.locations().contains(location.id()))
                && (location.open() == null || painted("open", location.id()).all(start, end))
                && inGoodTime(start)
                && (waived("off-cadence") || onCadence(start, location.zone()))
                && (query.client() == null || painted("client", query.client()).none(start, end))
                && freePlaces(location, start).findAny().isPresent();
    }

    private boolean suits(Therapist therapist, Location location, long start) {
        long from = start - treatment.before();
        long to = start + query.minutes() + treatment.after();
        return !therapist.left()
                && (query.therapist() == null || query.therapist().equals(therapist.id()))
                && (query.gender() == null || query.gender().equals(therapist.gender()))
                && (treatment.skill() == null || therapist.skills().contains(treatment.skill()))
                && painted("work", therapist.id(), location.id()).all(from, to)
                && painted("therapist", therapist.id()).none(from, to)
                && licensed(therapist, location.zone(), start);
    }

    private boolean inGoodTime(long start) {
        if (query.now() == null) {
            return true;
        }
        Duration notice = Duration.ofMinutes(waived("notice-too-short") ? 0 : treatment.notice());
        return !Minutes.instant(start).isBefore(query.now().plus(notice));
    }

    private boolean onCadence(long start, ZoneId zone) {
        ZonedDateTime local = Minutes.instant(start).atZone(zone);
        return (local.getHour() * 60 + local.getMinute()) % treatment.cadence() == 0;
    }

    private boolean licensed(Therapist therapist, ZoneId zone, long start) {
        for (long minute = start; therapist.licensedUntil() != null && minute < start + query.minutes(); minute++) {
            if (Minutes.instant(minute).atZone(zone).toLocalDate().isAfter(therapist.licensedUntil())) {
                return false;
            }
        }
        return true;
    }

    private Stream<Place> freePlaces(Location location, long start) {
        return location.rooms().stream()
                .filter(room ->
                        treatment.capability() == null || room.capabilities().contains(treatment.capability()))
                .flatMap(room -> IntStream.range(0, room.places())
                        .mapToObj(number -> new Place(room.id(), number))
                        .filter(place -> free(place, start, start + query.minutes() + room.turnover())));
    }

    private boolean free(Place place, long from, long to) {
        return painted("outage", place.room()).none(from, to)
                && painted("place", place.room(), "" + place.number()).none(from, to);
    }

    private boolean waived(String code) {
        return query.waived().contains(code);
    }

    private void paint(Appointment one) {
        boolean over =
                query.now() != null && one.expiresAt() != null && !query.now().isBefore(one.expiresAt());
        if (over || query.moving() != null && query.moving().equals(one.id())) {
            return;
        }
        long start = Minutes.minute(one.start());
        long end = Minutes.minute(one.end());
        if (one.client() != null) {
            painted("client", one.client()).paint(start, end);
        }
        if (one.therapist() != null) {
            painted("therapist", one.therapist()).paint(start - one.before(), end + one.after());
        }
        if (one.room() != null) {
            painted("place", one.room(), "" + one.place()).paint(start, end + one.turnover());
        }
    }

    private void paint(Location location) {
        if (location.open() != null) {
            location.open().forEach(span -> paint(painted("open", location.id()), span.start(), span.end()));
        }
        for (Room room : location.rooms()) {
            room.outages().forEach(span -> paint(painted("outage", room.id()), span.start(), span.end()));
        }
    }

    private void paint(Therapist therapist) {
        for (Shift shift : therapist.working()) {
            paint(painted("work", therapist.id(), shift.location()), shift.start(), shift.end());
        }
    }

    private static void paint(Minutes minutes, Instant from, Instant to) {
        minutes.paint(Minutes.minute(from), Minutes.minute(to));
    }

    private Minutes painted(String what, String whose) {
        return painted(what, whose, "");
    }

    /** The minutes painted for that, over all the time that a session asked for can touch with its buffers. */
    private Minutes painted(String what, String whose, String where) {
        return painted.computeIfAbsent(
                new Picture(what, whose, where),
                _ -> new Minutes(
                        Minutes.minute(query.from()) - treatment.before(),
                        Minutes.minute(query.to()) + Math.max(treatment.after(), longestTurnover)));
    }

    private record Picture(String what, String whose, String where) {}
}
