package dev.unknot.devstack.demo;

import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.Slot;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.CreateClient;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.CreateTherapist;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.PutPattern;
import dev.unknot.common.therapist.PutTherapistParticulars;
import dev.unknot.common.therapist.Shift;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.test.Answer;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job, from a new therapist to the client's text message, each step shown with what was asked and answered. */
public final class MainJob {

    private static final String SWEDISH = "swedish";
    private static final int MINUTES = 60;
    private static final int DAYS_AHEAD = 10;
    /** With two more digits, a number from the range reserved for fiction that no one of the demo chain has. */
    private static final String PHONES = "+120255501";

    private final Narrator therapists;
    private final Narrator bookings;
    private final Narrator phone;
    private final Clock clock;
    private final String run = UUID.randomUUID().toString();
    private final String number = PHONES + RandomGenerator.getDefault().nextInt(50, 100);

    /** Each narrator calls one service as an owner, the last one the phone and inbox. */
    public MainJob(Narrator therapists, Narrator bookings, Narrator phone, Clock clock) {
        this.therapists = therapists;
        this.bookings = bookings;
        this.phone = phone;
        this.clock = clock;
    }

    /** Fails with a sentence when a step is refused or does not come about. */
    public void play() {
        JsonNode location = first(therapists.get("Where can she work?", "/api/v1/locations"), "location");
        LocationId place = LocationId.of(location.path("id").asString());
        String therapist = therapist(place, ZoneId.of(location.path("zone").asString()));
        TreatmentId treatment = treatment();
        Slot slot = slot(place, treatment, therapist);
        ClientId client = client();
        String appointment = book(slot, treatment, client);
        diary(therapist, slot, appointment);
        text();
    }

    private String therapist(LocationId place, ZoneId zone) {
        Answer made = therapists.post(
                "A therapist joins.",
                "/api/v1/therapists",
                new CreateTherapist("Robyn Marlow", Gender.FEMALE, Set.of(SWEDISH), null, Set.of(place)),
                key("therapist"));
        String path = "/api/v1/therapists/" + made.createdId();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<Shift> early = eachDay(place, 10, 17, 1);
        List<Shift> late = eachDay(place, 11, 18, 2);
        Answer rota = therapists.put(
                "Her rota is entered: two weeks take turns.",
                path + "/patterns/" + today,
                new PutPattern(Stream.concat(early.stream(), late.stream()).toList(), 2),
                made.etag());
        therapists.put(
                "Her name was misspelt; it is put right.",
                path + "/particulars",
                new PutTherapistParticulars("Robin Marlow", Gender.FEMALE),
                rota.etag());
        return made.createdId();
    }

    private static List<Shift> eachDay(LocationId place, int from, int to, int week) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Shift(place, day, LocalTime.of(from, 0), LocalTime.of(to, 0), week))
                .toList();
    }

    private TreatmentId treatment() {
        Answer all = bookings.get("What can she give?", "/api/v1/treatments");
        for (JsonNode treatment : all.body().path("items")) {
            if (treatment.path("skill").asString("").equals(SWEDISH)) {
                return TreatmentId.of(treatment.path("id").asString());
            }
        }
        throw new IllegalStateException("there is no treatment that needs the skill " + SWEDISH);
    }

    private Slot slot(LocationId place, TreatmentId treatment, String therapist) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Answer offered = bookings.await(
                "Her time is offered, as soon as booking-service has heard of it.",
                "/api/v1/slots?treatment=%s&minutes=%d&location=%s&therapist=%s&from=%s&to=%s&limit=1"
                        .formatted(treatment, MINUTES, place, therapist, now, now.plus(DAYS_AHEAD, ChronoUnit.DAYS)),
                body -> !body.path("items").isEmpty());
        return Objects.requireNonNull(JsonMapper.shared().treeToValue(first(offered, "slot"), Slot.class));
    }

    private ClientId client() {
        Answer made = bookings.post(
                "A client calls.",
                "/api/v1/clients",
                new CreateClient("Sam Ellery", null, number, "en"),
                key("client"));
        return ClientId.of(made.createdId());
    }

    private String book(Slot slot, TreatmentId treatment, ClientId client) {
        BookAppointment wish = new BookAppointment(
                List.of(new BookAppointment.Seat(client, slot.therapistId())),
                treatment,
                MINUTES,
                slot.locationId(),
                slot.start(),
                null);
        return bookings.post("She is booked.", "/api/v1/appointments", wish, key("booking"))
                .createdId();
    }

    private void diary(String therapist, Slot slot, String appointment) {
        therapists.await(
                "It stands in the therapist's diary.",
                "/api/v1/therapists/%s/diary?from=%s&to=%s".formatted(therapist, slot.start(), slot.end()),
                body -> body.path("items")
                        .valueStream()
                        .anyMatch(entry ->
                                entry.path("appointmentId").asString("").equals(appointment)));
    }

    private void text() {
        Instant from = Instant.now(clock).minus(1, ChronoUnit.MINUTES);
        Answer texts = phone.await(
                "And the client's phone has it.",
                "/messages.json?phone=" + number.replace("+", "%2B"),
                body -> body.path("texts")
                        .valueStream()
                        .anyMatch(text ->
                                Instant.parse(text.path("at").asString()).isAfter(from)));
        JsonNode all = texts.body().path("texts");
        phone.say("\n  " + number + " reads:\n\n    "
                + all.get(all.size() - 1).path("body").asString() + "\n");
    }

    private String key(String step) {
        return "main-job-" + step + "-" + run;
    }

    private static JsonNode first(Answer list, String what) {
        JsonNode items = list.body().path("items");
        if (items.isEmpty()) {
            throw new IllegalStateException("there is no " + what + "; bin/dev reset and bin/dev load the demo chain");
        }
        return items.get(0);
    }
}
