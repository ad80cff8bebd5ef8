package dev.unknot.devstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.devstack.Service;
import dev.unknot.devstack.Stack;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Probe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MainJobTest {

    private static final Pattern STAMPED = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d[T ]\\S+", Pattern.MULTILINE);

    private final Stack stack = SharedStack.get();

    /** The services run in a zone that is nobody's. */
    @Test
    void everyServiceStampsItsLogInUtc() {
        assertThat(Service.values())
                .allSatisfy(service -> assertThat(
                                STAMPED.matcher(log(service)).results().map(MatchResult::group))
                        .isNotEmpty()
                        .allMatch(stamp ->
                                stamp.endsWith("Z") && Instant.parse(stamp).isBefore(Instant.now())));
    }

    private static String log(Service service) {
        try {
            return Files.readString(SharedStack.process(service).log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void enteredWeekBecomesASlotABookingADiaryEntryOneEmailAndOneSms() {
        assertThat(Stream.of(Service.values())
                        .map(service -> SharedStack.process(service).pid()))
                .as("each service is an operating system's process of its own")
                .doesNotHaveDuplicates()
                .doesNotContain(ProcessHandle.current().pid());
        Clinic clinic = Clinic.open(stack, "Harbour Massage", ZoneId.of("Australia/Adelaide"));
        String jonas = clinic.client("Jonas Okafor", "jonas.main@example.org", "+61870105001");
        JsonNode slot = clinic.slotAtNoon(3);
        Instant start = Instant.parse(slot.path("start").asString());
        assertThat(slot.path("localStart").asString()).contains("T12:00");

        Answer booked = clinic.booking()
                .post("/api/v1/appointments", clinic.wish(jonas, start, 60), "Idempotency-Key", Clinic.key());

        assertThat(booked.status()).as("%s", booked).isEqualTo(201);
        String appointment = booked.createdId();
        String diary = "/api/v1/therapists/" + clinic.therapist() + "/diary?from=" + start.minusSeconds(3600) + "&to="
                + start.plusSeconds(7200);
        Probe.waitUntil(
                "the therapist's diary shows the appointment",
                () -> clinic.therapists()
                        .get(diary)
                        .body()
                        .path("items")
                        .valueStream()
                        .anyMatch(
                                entry -> entry.path("appointmentId").asString().equals(appointment)));
        Probe.waitUntil(
                "both confirmations went out",
                () -> SharedStack.mailsTo("jonas.main@example.org").size() == 1
                        && SharedStack.textsTo("+61870105001").size() == 1);
        assertThat(SharedStack.textsTo("+61870105001").getFirst())
                .contains("Harbour Massage")
                .contains("12:00");
        assertThat(SharedStack.mailsTo("jonas.main@example.org").getFirst())
                .contains("Mira Lindqvist")
                .contains("12:00");
        Probe.waitUntil(
                "the ledger says both were sent",
                () -> clinic.notifications()
                                .get("/api/v1/messages?appointment=" + appointment)
                                .body()
                                .path("items")
                                .valueStream()
                                .filter(message ->
                                        message.path("state").asString().equals("SENT"))
                                .count()
                        == 2);
        assertThat(SharedStack.mailsTo("jonas.main@example.org")).hasSize(1);
        assertThat(SharedStack.textsTo("+61870105001")).hasSize(1);
    }
}
