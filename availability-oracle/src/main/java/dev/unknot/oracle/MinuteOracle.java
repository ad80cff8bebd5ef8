package dev.unknot.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows what can be booked by asking every rule of every start, location and therapist, minute by minute. */
public final class MinuteOracle {

    private final World world;
    private final Query query;
    private final Treatment treatment;
    private final Records records;
    private final Set<String> barred = new HashSet<>();

    /** By the client who is asked about. */
    private final Set<String> avoided = new HashSet<>();

    /** @throws IllegalArgumentException if the query names a treatment that is not in the world */
    public MinuteOracle(World world) {
        this.world = world;
        this.query = world.query();
        this.treatment = world.treatment();
        this.records = new Records(world);
        for (Client client : world.clients()) {
            if (client.id().equals(query.client())) {
                avoided.addAll(client.avoids());
            }
            if (client.barred()) {
                barred.add(client.id());
            }
        }
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
                && (location.open() == null || records.open(location).all(start, end))
                && inGoodTime(start, location)
                && (waived("off-cadence") || onCadence(start, location))
                && (query.client() == null || suitsClient(query.client(), location, start))
                && freePlaces(location, start).findAny().isPresent();
    }

    private boolean suits(Therapist therapist, Location location, long start) {
        long from = start - treatment.before();
        long to = start + query.minutes() + treatment.after();
        return !therapist.left()
                && (query.therapist() == null || query.therapist().equals(therapist.id()))
                && (query.gender() == null || query.gender().equals(therapist.gender()))
                && (treatment.skill() == null || therapist.skills().contains(treatment.skill()))
                && records.work(therapist, location.id()).all(from, to)
                && records.therapist(therapist.id()).none(from, to)
                && !avoided.contains(therapist.id())
                && suitsDiary(therapist, location, start, from, to)
                && licensed(therapist, location.zone(), start);
    }

    private boolean suitsClient(String client, Location location, long start) {
        long end = start + query.minutes();
        Policy policy = location.rules();
        Instant begin = Minutes.instant(start);
        Diary diary = records.clientsDiary(client);
        return !barred.contains(client)
                && records.client(client).none(start, end)
                && (waived("client-day-limit") || below(policy.clientDay(), diary.onDayOf(begin, location.zone())))
                && (waived("client-week-limit") || below(policy.clientWeek(), diary.inWeekOf(begin, location.zone())))
                && (waived("client-travel") || diary.leavesTimeToTravel(location, begin, Minutes.instant(end)));
    }

    private boolean suitsDiary(Therapist therapist, Location location, long start, long from, long to) {
        Diary diary = records.therapistsDiary(therapist.id());
        long sessions = diary.onDayOf(Minutes.instant(start), location.zone());
        return (waived("therapist-day-limit") || below(location.rules().therapistDay(), sessions))
                && (waived("therapist-travel")
                        || diary.leavesTimeToTravel(location, Minutes.instant(from), Minutes.instant(to)));
    }

    private static boolean below(@Nullable Integer most, long sessions) {
        return most == null || sessions < most;
    }

    private boolean inGoodTime(long start, Location location) {
        if (query.now() == null) {
            return true;
        }
        Policy policy = location.rules();
        int longer = policy.notice() == null ? treatment.notice() : Math.max(policy.notice(), treatment.notice());
        Duration notice = Duration.ofMinutes(waived("notice-too-short") ? 0 : longer);
        return !Minutes.instant(start).isBefore(query.now().plus(notice))
                && (policy.horizonDays() == null
                        || waived("too-far-ahead")
                        || daysAhead(query.now(), start, location.zone()) <= policy.horizonDays());
    }

    private static long daysAhead(Instant now, long start, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return today.until(Minutes.instant(start).atZone(zone).toLocalDate(), ChronoUnit.DAYS);
    }

    private boolean onCadence(long start, Location location) {
        ZonedDateTime local = Minutes.instant(start).atZone(location.zone());
        Integer own = location.rules().cadence();
        return (local.getHour() * 60 + local.getMinute()) % (own == null ? treatment.cadence() : own) == 0;
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
        return records.outages(place.room()).none(from, to)
                && records.place(place.room(), place.number()).none(from, to);
    }

    private boolean waived(String code) {
        return query.waived().contains(code);
    }
}
