package dev.unknot.oracle.announcement;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.oracle.Location;
import dev.unknot.oracle.Slot;
import dev.unknot.oracle.Therapist;
import dev.unknot.oracle.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The ids of a world's names, derived from them, and the names of those ids that come back. */
public final class Names {

    private final Map<LocationId, String> locations;
    private final Map<TherapistId, String> therapists;

    public Names(World world) {
        locations = world.locations().stream()
                .map(Location::id)
                .collect(toUnmodifiableMap(Names::location, Function.identity()));
        therapists = world.therapists().stream()
                .map(Therapist::id)
                .collect(toUnmodifiableMap(Names::therapist, Function.identity()));
    }

    public Slot slot(Instant start, LocationId location, TherapistId therapist) {
        return new Slot(start, nameIn(locations, location), nameIn(therapists, therapist));
    }

    public static LocationId location(String name) {
        return new LocationId(id("location", name));
    }

    public static RoomId room(String name) {
        return new RoomId(id("room", name));
    }

    public static TherapistId therapist(String name) {
        return new TherapistId(id("therapist", name));
    }

    public static TreatmentId treatment(String name) {
        return new TreatmentId(id("treatment", name));
    }

    public static ClientId client(String name) {
        return new ClientId(id("client", name));
    }

    public static AppointmentId appointment(String name) {
        return new AppointmentId(id("appointment", name));
    }

    private static UUID id(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + " " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static <I> String nameIn(Map<I, String> names, I id) {
        String name = names.get(id);
        if (name == null) {
            throw new IllegalArgumentException("the world has nobody and no place with the id " + id);
        }
        return name;
    }
}
