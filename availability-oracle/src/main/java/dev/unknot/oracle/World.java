package dev.unknot.oracle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A chain of clinics, what is agreed on there, and one question about it. Instants are whole minutes, but for the query's
 * {@code now} and the ends of holds.
 *
 * @param clients those of whom there is something to say
 */
public record World(
        List<Location> locations,
        List<Therapist> therapists,
        List<Treatment> treatments,
        List<Appointment> appointments,
        List<Client> clients,
        Query query) {

    public World {
        locations = locations == null ? List.of() : List.copyOf(locations);
        therapists = therapists == null ? List.of() : List.copyOf(therapists);
        treatments = treatments == null ? List.of() : List.copyOf(treatments);
        appointments = appointments == null ? List.of() : List.copyOf(appointments);
        clients = clients == null ? List.of() : List.copyOf(clients);
    }

    /** In which there is nothing to say of any client. */
    public World(
            List<Location> locations,
            List<Therapist> therapists,
            List<Treatment> treatments,
            List<Appointment> appointments,
            Query query) {
        this(locations, therapists, treatments, appointments, List.of(), query);
    }

    /** @throws IllegalArgumentException if the query names a treatment that is not in the world */
    public Treatment treatment() {
        return treatments.stream()
                .filter(treatment -> treatment.id().equals(query.treatment()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no treatment " + query.treatment()));
    }

    public World asking(Query other) {
        return new World(locations, therapists, treatments, appointments, clients, other);
    }

    public World with(List<Therapist> otherTherapists) {
        return new World(locations, otherTherapists, treatments, appointments, clients, query);
    }

    public World and(Appointment appointment) {
        List<Appointment> more = new ArrayList<>(appointments);
        more.add(appointment);
        return new World(locations, therapists, treatments, more, clients, query);
    }

    /** All of it at another time, the licences' last days with it. */
    public World later(int days) {
        Duration by = Duration.ofDays(days);
        return new World(
                locations.stream().map(location -> later(location, by)).toList(),
                therapists.stream().map(therapist -> later(therapist, days)).toList(),
                treatments,
                appointments.stream().map(appointment -> appointment.later(by)).toList(),
                clients,
                query.later(by));
    }

    private static Location later(Location location, Duration by) {
        List<Room> rooms = location.rooms().stream()
                .map(room -> new Room(
                        room.id(), room.capabilities(), room.turnover(), room.places(), later(room.outages(), by)))
                .toList();
        List<Span> open = location.open();
        return location.with(rooms, open == null ? null : later(open, by));
    }

    private static Therapist later(Therapist therapist, int days) {
        return new Therapist(
                therapist.id(),
                therapist.gender(),
                therapist.skills(),
                therapist.working().stream()
                        .map(shift -> shift.later(Duration.ofDays(days)))
                        .toList(),
                therapist.licensedUntil() == null
                        ? null
                        : therapist.licensedUntil().plusDays(days),
                therapist.left());
    }

    private static List<Span> later(List<Span> spans, Duration by) {
        return spans.stream().map(span -> span.later(by)).toList();
    }
}
