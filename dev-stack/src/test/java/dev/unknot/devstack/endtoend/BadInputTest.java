package dev.unknot.devstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.location.LocationId;
import dev.unknot.devstack.Service;
import dev.unknot.devstack.Stack;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each refusal has its status, code and sentence, and leaves every table and every topic as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private final Stack stack = SharedStack.get();
    private final Clinic clinic = Clinic.open(stack, "Strict Clinic", ZoneId.of("America/New_York"));
    private final String client = clinic.client("Nora Feld", "nora.strict@example.org", "+12025550144");
    private final Instant start =
            Instant.parse(clinic.slotAtNoon(4).path("start").asString());
    private final String usedKey = Clinic.key();
    private final String elsewhere = stack.token(Role.FRONT_DESK, new LocationId(UUID.randomUUID()));

    private Map<String, Object> before = Map.of();

    /** Whoever reaches for what is not theirs is noted; bad input is not. */
    private long noted;

    BadInputTest() {
        Instant later = start.plusSeconds(3 * 3600);
        Answer booked = book(clinic.wish(client, later, 60), "Idempotency-Key", usedKey);
        assertThat(booked.status()).as("%s", booked).isEqualTo(201);
        // The gateway's report comes after all else, from outside, and is written down as well.
        Probe.waitUntil(
                "the text about it is reported delivered",
                () -> clinic.notifications()
                        .get("/api/v1/messages?appointment=" + booked.createdId())
                        .body()
                        .path("items")
                        .valueStream()
                        .anyMatch(
                                message -> message.path("delivery").asString("").equals("DELIVERED")));
    }

    @BeforeEach
    void countEverything() {
        before = new TreeMap<>(Footprint.settled(stack));
        noted = 0;
    }

    @AfterEach
    void nothingChanged() {
        before.merge("BOOKING.audit_trail", noted, (rows, more) -> (Long) rows + (Long) more);
        assertThat(Footprint.settled(stack)).isEqualTo(before);
    }

    @Test
    void unknownTreatment() {
        Map<String, Object> wish = wish("treatmentId", UUID.randomUUID().toString());

        refused(book(wish), 422, "unknown-treatment", "treatmentId");
    }

    @Test
    void startOffTheGrid() {
        refused(book(wish("start", start.plusSeconds(60).toString())), 422, "start-off-grid", "start");
    }

    @Test
    void startInThePast() {
        refused(book(wish("start", start.minusSeconds(30L * 86400).toString())), 422, "start-in-past", "start");
    }

    @Test
    void malformedJson() {
        refused(book("{\"participants\": [", "Idempotency-Key", Clinic.key()), 400, "malformed-json", null);
    }

    @Test
    void unknownField() {
        Map<String, Object> wish = wish("colour", "blue");

        refused(book(wish), 400, "unknown-field", "colour");
    }

    @Test
    void noToken() {
        Answer answer = Http.at(stack.port(Service.BOOKING)).post("/api/v1/appointments", wish("minutes", 60));

        refused(answer, 401, "unauthenticated", null);
    }

    @Test
    void anotherLocationsToken() {
        Answer answer =
                Http.at(stack.port(Service.BOOKING)).as(elsewhere).post("/api/v1/appointments", wish("minutes", 60));

        refused(answer, 403, "location-not-yours", null);
        noted = 1;
    }

    @Test
    void idempotencyKeyWithAnotherBody() {
        refused(book(wish("minutes", 60), "Idempotency-Key", usedKey), 422, "idempotency-key-reused", null);
    }

    private Answer book(Object wish, String... headers) {
        return clinic.booking().post("/api/v1/appointments", wish, headers);
    }

    private Map<String, Object> wish(String field, Object value) {
        Map<String, Object> wish = new HashMap<>(clinic.wish(client, start, 60));
        wish.put(field, value);
        return wish;
    }

    private static void refused(Answer answer, int status, String code, @Nullable String field) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().path("detail").asString()).as("a sentence").matches("[A-Z].{10,}\\.");
        if (field != null) {
            assertThat(answer.body().path("errors").get(0).path("field").asString())
                    .isEqualTo(field);
        }
    }
}
