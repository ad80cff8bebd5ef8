package dev.unknot.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A world's times painted minute by minute, as far as a query can touch them, and everybody's diary. */
final class Records {

    private final World world;
    private final long first;
    private final long end;
    private final Map<Name, Minutes> painted = new HashMap<>();
    private final Map<Name, Diary> diaries = new HashMap<>();
    private final Map<String, Location> locationOfRoom = new HashMap<>();

    Records(World world) {
        this.world = world;
        int longestTurnover = world.locations().stream()
                .flatMap(location -> location.rooms().stream())
                .mapToInt(Room::turnover)
                .max()
                .orElse(0);
        Treatment treatment = world.treatment();
        this.first = Minutes.minute(world.query().from()) - treatment.before();
        this.end = Minutes.minute(world.query().to()) + Math.max(treatment.after(), longestTurnover);
        world.locations().forEach(this::paint);
        world.therapists().forEach(this::paint);
        world.appointments().stream().filter(this::counts).forEach(this::paint);
    }

    Minutes open(Location location) {
        return painted("open", location.id(), "");
    }

    Minutes outages(String room) {
        return painted("outages", room, "");
    }

    Minutes work(Therapist therapist, String location) {
        return painted("work", therapist.id(), location);
    }

    Minutes place(String room, int number) {
        return painted("place", room, String.valueOf(number));
    }

    Minutes therapist(String id) {
        return painted("therapist", id, "");
    }

    Minutes client(String id) {
        return painted("client", id, "");
    }

    Diary therapistsDiary(String id) {
        return diary("therapist", id);
    }

    Diary clientsDiary(String id) {
        return diary("client", id);
    }

    private void paint(Location location) {
        if (location.open() != null) {
            location.open().forEach(span -> paint(open(location), span.start(), span.end()));
        }
        for (Room room : location.rooms()) {
            locationOfRoom.put(room.id(), location);
            room.outages().forEach(span -> paint(outages(room.id()), span.start(), span.end()));
        }
    }

    private void paint(Therapist therapist) {
        for (Shift shift : therapist.working()) {
            paint(work(therapist, shift.location()), shift.start(), shift.end());
        }
    }

    /** Neither a hold that has ended, nor what is being moved. */
    private boolean counts(Appointment one) {
        Query query = world.query();
        boolean over =
                query.now() != null && one.expiresAt() != null && !query.now().isBefore(one.expiresAt());
        return !over && (query.moving() == null || !query.moving().equals(one.id()));
    }

    private void paint(Appointment one) {
        long start = Minutes.minute(one.start());
        long over = Minutes.minute(one.end());
        Location where = one.room() == null ? null : locationOfRoom.get(one.room());
        if (one.client() != null) {
            client(one.client()).paint(start, over);
            note(clientsDiary(one.client()), where, start, start, over);
        }
        if (one.therapist() != null) {
            therapist(one.therapist()).paint(start - one.before(), over + one.after());
            note(therapistsDiary(one.therapist()), where, start, start - one.before(), over + one.after());
        }
        if (one.room() != null) {
            place(one.room(), one.place()).paint(start, over + one.turnover());
        }
    }

    private static void note(Diary diary, @Nullable Location where, long start, long from, long to) {
        diary.entries().add(new Diary.Entry(where, Minutes.instant(start), Minutes.instant(from), Minutes.instant(to)));
    }

    private static void paint(Minutes minutes, Instant from, Instant to) {
        minutes.paint(Minutes.minute(from), Minutes.minute(to));
    }

    private Minutes painted(String kind, String id, String part) {
        return painted.computeIfAbsent(new Name(kind, id, part), _ -> new Minutes(first, end));
    }

    private Diary diary(String kind, String id) {
        return diaries.computeIfAbsent(new Name(kind, id, ""), _ -> new Diary(new ArrayList<>()));
    }

    private record Name(String kind, String id, String part) {}
}
