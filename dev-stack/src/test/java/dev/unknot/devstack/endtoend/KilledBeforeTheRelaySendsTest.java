package dev.unknot.devstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.event.Topics;
import dev.unknot.devstack.Service;
import dev.unknot.devstack.Stack;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class KilledBeforeTheRelaySendsTest {

    private static final String EMAIL = "ines.killed@example.org";
    private static final String PHONE = "+61870105002";

    private final Stack stack = SharedStack.get();

    /** With the broker gone the relay holds the row; then the service dies as well. */
    @Test
    void committedBookingIsAnnouncedAndConfirmedOnceAfterTheRestart() {
        Clinic clinic = Clinic.open(stack, "Crash Clinic", ZoneId.of("Australia/Adelaide"));
        String ines = clinic.client("Ines Duarte", EMAIL, PHONE);
        Instant start = Instant.parse(clinic.slotAtNoon(2).path("start").asString());
        Probe.waitUntil(
                "the contact is known",
                () -> SharedStack.database(Service.NOTIFICATION)
                                .sql("SELECT count(*) FROM contacts WHERE email = ?")
                                .param(EMAIL)
                                .query(Long.class)
                                .single()
                        == 1);

        stack.kafka().kill();
        Answer booked = clinic.booking().post("/api/v1/appointments", clinic.wish(ines, start, 60));
        assertThat(booked.status()).as("%s", booked).isEqualTo(201);
        String appointment = booked.createdId();
        assertThat(unsentOf(appointment)).as("rows not yet sent").isEqualTo(1);
        SharedStack.process(Service.BOOKING).kill();
        assertThat(unsentOf(appointment))
                .as("rows not yet sent, after the kill")
                .isEqualTo(1);

        stack.kafka().restart();
        SharedStack.restart(Service.BOOKING);

        Probe.waitUntil("the row is sent", Duration.ofSeconds(60), () -> unsentOf(appointment) == 0);
        String sentinel = sentinelBehindIt(clinic);
        assertThat(new TopicReader(stack.kafka().bootstrapServers(), "").read(Topics.APPOINTMENTS))
                .as("the topic from the beginning to the sentinel")
                .anySatisfy(record -> assertThat(record.key()).isEqualTo(sentinel))
                .filteredOn(record -> appointment.equals(record.key()))
                .hasSize(1);
        Probe.waitUntil(
                "the sentinel's client has both confirmations",
                Duration.ofSeconds(60),
                () -> SharedStack.mailsTo("sentinel@example.org").size() == 1
                        && SharedStack.textsTo("+61870105003").size() == 1);
        Probe.waitUntil(
                "both confirmations went out",
                Duration.ofSeconds(60),
                () -> !SharedStack.mailsTo(EMAIL).isEmpty()
                        && !SharedStack.textsTo(PHONE).isEmpty());
        assertThat(SharedStack.mailsTo(EMAIL)).hasSize(1);
        assertThat(SharedStack.textsTo(PHONE)).hasSize(1);
    }

    /** A later booking: when its news has gone all the way, nothing of the first is still under way. */
    private String sentinelBehindIt(Clinic clinic) {
        String client = clinic.client("Sentinel", "sentinel@example.org", "+61870105003");
        Instant start = Instant.parse(clinic.slotAtNoon(3).path("start").asString());
        Answer booked = Http.at(stack.port(Service.BOOKING))
                .as(clinic.ownerToken())
                .post("/api/v1/appointments", clinic.wish(client, start, 60));
        assertThat(booked.status()).as("%s", booked).isEqualTo(201);
        Probe.waitUntil("the sentinel is sent", () -> unsentOf(booked.createdId()) == 0);
        return booked.createdId();
    }

    private long unsentOf(String appointment) {
        return SharedStack.database(Service.BOOKING)
                .sql("SELECT count(*) FROM outbox WHERE subject = ?::uuid")
                .param(appointment)
                .query(Long.class)
                .single();
    }
}
