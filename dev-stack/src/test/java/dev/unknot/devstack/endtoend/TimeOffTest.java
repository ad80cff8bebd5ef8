package dev.unknot.devstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.event.Topics;
import dev.unknot.devstack.Stack;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A therapist falls ill: what was booked with them stands uncovered within seconds, until they are back. */
class TimeOffTest {

    /** From the other service through its outbox and Kafka, on a machine that may stand still meanwhile. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Stack stack = SharedStack.get();
    private final Clinic clinic = Clinic.open(stack, "Sick Bay", ZoneId.of("Australia/Adelaide"));
    private final String client = clinic.client("Zita Ill", "zita.ill@example.org", "+12025550181");

    @Test
    void visitsAreDisplacedByTimeOffAndRestoredByItsEndEachAnnouncedOnce() {
        Instant start = Instant.parse(clinic.slotAtNoon(3).path("start").asString());
        String visit = book(start);
        String nextDay = book(start.plus(Duration.ofDays(1)));
        String path = "/api/v1/therapists/" + clinic.therapist() + "/time-off";

        Answer off = clinic.therapists()
                .post(
                        path,
                        Map.of(
                                "start", start.minus(Duration.ofHours(2)).toString(),
                                "end", start.plus(Duration.ofHours(6)).toString(),
                                "cause", "sick"),
                        "Idempotency-Key",
                        Clinic.key());
        Probe.waitUntil("the visit is displaced", SOON, () -> displaced().equals(List.of(visit)));
        assertThat(read(visit).path("displaced").asString()).isEqualTo("therapist-not-working");
        assertThat(read(visit).path("status").asString()).isEqualTo("BOOKED");

        Answer back = clinic.therapists().delete(path + "/" + off.createdId());
        assertThat(back.status()).isEqualTo(204);
        Probe.waitUntil("it is covered again", SOON, () -> displaced().isEmpty());

        Announcements.areCompleteAndInOrder(clinic);
        assertThat(announced(visit))
                .containsExactly(
                        "dev.unknot.appointment.booked.v1",
                        "dev.unknot.appointment.displaced.v1",
                        "dev.unknot.appointment.restored.v1");
        assertThat(announced(nextDay)).containsExactly("dev.unknot.appointment.booked.v1");
    }

    private String book(Instant start) {
        Answer booked = clinic.booking()
                .post("/api/v1/appointments", clinic.wish(client, start, 60), "Idempotency-Key", Clinic.key());
        assertThat(booked.status()).as("%s", booked).isEqualTo(201);
        return booked.createdId();
    }

    private JsonNode read(String visit) {
        return clinic.booking().get("/api/v1/appointments/" + visit).body();
    }

    private List<String> displaced() {
        return clinic.booking()
                .get("/api/v1/appointments?displaced=true&location=" + clinic.location())
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private List<String> announced(String visit) {
        return new TopicReader(stack.kafka().bootstrapServers(), "")
                .read(Topics.APPOINTMENTS, visit).stream()
                        .map(record -> new String(
                                record.headers().lastHeader("ce_type").value(), StandardCharsets.US_ASCII))
                        .toList();
    }
}
