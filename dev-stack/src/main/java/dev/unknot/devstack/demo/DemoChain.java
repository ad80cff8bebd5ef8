package dev.unknot.devstack.demo;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.terms.Menu;
import dev.unknot.common.terms.MenuEntry;
import dev.unknot.common.therapist.TherapistView;
import dev.unknot.common.treatment.TreatmentView;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Fills an empty system with the demo chain and a fortnight of bookings. A load that was cut short is resumed. */
public final class DemoChain {

    private static final String BEGUN = "begun";
    private static final String LOADED = "loaded";

    private final Desk desk;
    private final Clock clock;
    private final Chain chain = Chain.read();

    private DemoChain(Http therapists, Http bookings, Clock clock) {
        this.desk = new Desk(therapists, bookings);
        this.clock = clock;
    }

    /**
     * Loads the chain unless there is something already.
     *
     * @param therapists therapist-service, called by an owner
     * @param bookings booking-service, called by an owner
     * @param memory a file that remembers how far it came
     * @return whether there is a day to live, which is only so once
     */
    public static boolean load(Http therapists, Http bookings, Path memory, Clock clock, Consumer<String> report) {
        try {
            String state = Files.exists(memory) ? Files.readString(memory) : "";
            if (state.equals(LOADED)) {
                return false;
            }
            DemoChain demo = new DemoChain(therapists, bookings, clock);
            if (state.isEmpty() && demo.isTaken()) {
                return false;
            }
            Files.writeString(memory, BEGUN);
            demo.fill(report);
            Files.writeString(memory, LOADED);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + memory, e);
        }
    }

    /** Whether there may be anything left to load. */
    public static boolean isMissing(Path memory) {
        try {
            return !Files.exists(memory) || !Files.readString(memory).equals(LOADED);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + memory, e);
        }
    }

    private boolean isTaken() {
        return !Desk.read(desk.therapists(), "/api/v1/locations")
                .body()
                .path("items")
                .isEmpty();
    }

    private void fill(Consumer<String> report) {
        report.accept("loading the demo chain");
        Map<String, LocationId> places = locations();
        therapists(places);
        List<TreatmentView> treatments = treatments();
        menus(places, treatments);
        Map<String, List<ClientId>> clients = clients(places);
        int booked = new Fortnight(desk, clock, treatments).book(places, clients);
        policies(places);
        report.accept("%d locations, %d therapists, %d clients and %d bookings"
                .formatted(
                        places.size(),
                        chain.therapists().size(),
                        chain.clients().size(),
                        booked));
    }

    /** Last, since by then booking-service has heard of the locations; once, when a load is resumed. */
    private void policies(Map<String, LocationId> places) {
        for (Chain.Place place : chain.locations()) {
            String path = "/api/v1/locations/" + places.get(place.code()) + "/booking-policy";
            if (place.policy() != null
                    && "\"0\"".equals(Desk.read(desk.bookings(), path).etag())) {
                Desk.expect(200, desk.bookings().put(path, place.policy(), "If-Match", "\"0\""));
            }
        }
    }

    /** As soon as booking-service has heard of the location; once, when a load is resumed. */
    private void menus(Map<String, LocationId> places, List<TreatmentView> treatments) {
        for (Chain.Place place : chain.locations()) {
            if (place.menu() == null) {
                continue;
            }
            List<MenuEntry> entries = place.menu().stream()
                    .map(words -> MenuWords.of(words).entry(treatments))
                    .toList();
            String path = "/api/v1/locations/" + places.get(place.code()) + "/menu";
            Probe.waitUntil(
                    place.code() + " is known to booking-service",
                    () -> desk.bookings().get(path).status() == 200);
            if ("\"0\"".equals(Desk.read(desk.bookings(), path).etag())) {
                Desk.expect(200, desk.bookings().put(path, new Menu(entries, List.of()), "If-Match", "\"0\""));
            }
        }
    }

    private Map<String, LocationId> locations() {
        Map<String, LocationId> places = new LinkedHashMap<>();
        for (Chain.Place place : chain.locations()) {
            Answer made = Desk.create(desk.therapists(), "/api/v1/locations", place.asRequest(), place.code());
            LocationId id = made.body(LocationView.class).id();
            place.rooms()
                    .forEach(room -> Desk.create(
                            desk.therapists(),
                            "/api/v1/locations/" + id + "/rooms",
                            room,
                            place.code() + "-" + room.name()));
            places.put(place.code(), id);
        }
        return places;
    }

    private void therapists(Map<String, LocationId> places) {
        // A week back, so that whoever looks at the diary of this week sees a whole one in every zone.
        LocalDate from = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .minusWeeks(1)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        int number = 0;
        for (Chain.Worker worker : chain.therapists()) {
            Answer made = Desk.create(
                    desk.therapists(), "/api/v1/therapists", worker.asRequest(places), "therapist-" + number++);
            String path = "/api/v1/therapists/" + made.createdId();
            Answer current = Desk.read(desk.therapists(), path);
            if (current.body(TherapistView.class).patterns().isEmpty()) {
                Desk.expect(
                        200,
                        desk.therapists()
                                .put(path + "/patterns/" + from, worker.pattern(places), "If-Match", current.etag()));
            }
        }
    }

    private List<TreatmentView> treatments() {
        List<TreatmentView> treatments = new ArrayList<>();
        chain.treatments()
                .forEach(treatment -> treatments.add(Desk.create(
                                desk.bookings(), "/api/v1/treatments", treatment, "treatment-" + treatment.approach())
                        .body(TreatmentView.class)));
        return treatments;
    }

    private Map<String, List<ClientId>> clients(Map<String, LocationId> places) {
        Map<String, List<ClientId>> clients = new LinkedHashMap<>();
        int number = 0;
        for (Chain.Guest guest : chain.clients()) {
            Answer made =
                    Desk.create(desk.bookings(), "/api/v1/clients", guest.asRequest(places), "client-" + number++);
            clients.computeIfAbsent(guest.home(), home -> new ArrayList<>()).add(ClientId.of(made.createdId()));
        }
        return clients;
    }
}
