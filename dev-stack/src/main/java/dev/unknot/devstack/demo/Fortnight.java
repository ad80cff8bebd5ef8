package dev.unknot.devstack.demo;

import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.Slot;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.treatment.TreatmentView;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Probe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bookings of the next two weeks, each made from a slot that was offered. */
final class Fortnight {

    private static final int DAYS = 14;
    private static final int A_DAY = 4;

    /** Around today a clinic is as full as it is on a good day. */
    private static final int BUSY_DAYS = 3;

    private static final int A_BUSY_DAY = 12;
    private static final int MOST_SLOTS = 100;
    private static final Duration INDEX_LIMIT = Duration.ofSeconds(60);

    private final Desk desk;
    private final List<TreatmentView> treatments;
    private final Instant today;
    // Seeded, so that every machine shows the same chain on the same day.
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(20);

    Fortnight(Desk desk, Clock clock, List<TreatmentView> treatments) {
        this.desk = desk;
        this.treatments = treatments;
        this.today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    }

    /** How many were booked. */
    int book(Map<String, LocationId> places, Map<String, List<ClientId>> clients) {
        List<Answer> answers = new ArrayList<>();
        places.forEach((code, place) -> {
            awaitIndex(code, place);
            List<ClientId> guests = clients.getOrDefault(code, List.of());
            int next = 0;
            for (int day = 0; day < DAYS; day++) {
                for (int i = 0; i < (day < BUSY_DAYS ? A_BUSY_DAY : A_DAY); i++) {
                    ClientId guest = guests.get(next++ % guests.size());
                    answers.addAll(one(place, guest, day, "%s-%d-%d".formatted(code, day, i)));
                }
            }
        });
        return (int) answers.stream().filter(answer -> answer.status() == 201).count();
    }

    /** Booked or not: between offer and booking the index may learn of another claim. */
    private List<Answer> one(LocationId place, ClientId guest, int day, String key) {
        TreatmentView treatment = treatments.get(random.nextInt(treatments.size()));
        int minutes = treatment
                .offers()
                .get(random.nextInt(treatment.offers().size()))
                .minutes();
        List<Slot> slots = slots(place, treatment, minutes, guest, day, day + 1);
        if (slots.isEmpty()) {
            return List.of();
        }
        Slot slot = slots.get(random.nextInt(slots.size()));
        BookAppointment request = new BookAppointment(
                List.of(new BookAppointment.Seat(guest, slot.therapistId())),
                treatment.id(),
                minutes,
                place,
                slot.start(),
                null);
        return List.of(desk.bookings().post("/api/v1/appointments", request, "Idempotency-Key", "demo-booking-" + key));
    }

    private void awaitIndex(String code, LocationId place) {
        for (TreatmentView treatment : treatments) {
            int minutes = treatment.offers().getFirst().minutes();
            Probe.waitUntil(
                    treatment.name() + " is offered in " + code,
                    INDEX_LIMIT,
                    () -> !slots(place, treatment, minutes, null, 0, DAYS).isEmpty());
        }
    }

    private List<Slot> slots(
            LocationId place, TreatmentView treatment, int minutes, @Nullable ClientId guest, int fromDay, int toDay) {
        String query = "/api/v1/slots?treatment=%s&minutes=%d&location=%s&from=%s&to=%s&limit=%d%s"
                .formatted(
                        treatment.id(),
                        minutes,
                        place,
                        today.plus(fromDay, ChronoUnit.DAYS),
                        today.plus(toDay, ChronoUnit.DAYS),
                        MOST_SLOTS,
                        guest == null ? "" : "&client=" + guest);
        JsonNode items = Desk.read(desk.bookings(), query).body().path("items");
        List<Slot> slots = new ArrayList<>();
        items.forEach(
                item -> slots.add(Objects.requireNonNull(JsonMapper.shared().treeToValue(item, Slot.class))));
        return slots;
    }
}
