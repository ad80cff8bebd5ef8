package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.message.Channel;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.SendingScenario;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.test.Probe;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A gateway that keeps failing is left alone for an hour here, so that only the test lets it be tried again. */
@TestPropertySource(properties = {"unknot.gateways.calls=4", "unknot.gateways.rest=1h"})
class FailingGatewayTest extends SendingScenario {
    @Autowired
    private GatewayBreakers breakers;

    @Autowired
    private GatewaysHealthIndicator health;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private MovableClock clock;

    @AfterEach
    void useTheGatewayAgain() {
        clock.offset(Duration.ZERO);
        breakers.of(Channel.SMS).reset();
    }

    @Test
    void aGatewayThatKeepsFailingIsLeftAloneAndWhatWaitsIsSentOnceItWorks() {
        Harbour harbour = aKnownClinic();
        List<Person> unlucky = Stream.generate(this::aKnownClient).limit(2).toList();
        unlucky.forEach(person -> twilio.away(person.phone()));
        List<AppointmentId> visits =
                unlucky.stream().map(person -> book(harbour, person)).toList();
        Probe.waitUntil("the gateway is left alone", () -> breakers.leftAlone(Channel.SMS));
        assertThat(health.health().getDetails())
                .containsEntry("sms", "left alone")
                .containsEntry("email", "in use");
        assertThat(meters.get("unknot.gateway.left-alone")
                        .tag("channel", "sms")
                        .gauge()
                        .value())
                .isEqualTo(1);

        Person ben = aKnownClient();
        AppointmentId bens = book(harbour, ben);
        Probe.waitUntil("Ben has his mail", () -> mailsTo(ben).size() == 1);
        Probe.waitUntil(
                "his text waits, though somebody may have had it in hand",
                () -> "PLANNED".equals(messages(bens).get("SMS")));
        assertThat(attemptsOf(bens)).isZero();

        Probe.waitUntil(
                "the calls that began before have come to their end",
                () -> visits.stream().mapToInt(this::openCallsOf).sum() == 0);
        unlucky.forEach(person -> twilio.back(person.phone()));
        breakers.of(Channel.SMS).transitionToHalfOpenState();

        assertThat(outcome(bens)).containsEntry("SMS", "SENT");
        assertThat(visits).allSatisfy(visit -> assertThat(outcome(visit)).containsEntry("SMS", "SENT"));
        assertThat(textsTo(ben)).hasSize(1);
        assertThat(breakers.leftAlone(Channel.SMS)).isFalse();
    }

    @Test
    void remindersThatWaitForHalfOfTheirTimeGoTheOtherWayThoughTheGatewayIsLeftAlone() {
        Harbour harbour = Harbour.in("Europe/Berlin");
        others.announce(harbour);
        Instant noon = harbour.at(LocalDate.now(harbour.zone()).plusDays(5).atTime(12, 0));
        List<Person> several = Stream.generate(this::aKnownClient).limit(5).toList();
        List<AppointmentId> visits =
                several.stream().map(person -> book(harbour, person, noon)).toList();
        visits.forEach(this::outcome);

        breakers.of(Channel.SMS).transitionToOpenState();
        clock.set(noon.minus(Duration.ofMinutes(210)));

        several.forEach(person ->
                Probe.waitUntil("each has a mail", () -> mailsTo(person).size() == 2));
        assertThat(several).allSatisfy(person -> assertThat(textsTo(person)).hasSize(1));
    }

    private int attemptsOf(AppointmentId id) {
        return jdbc.sql("""
                        SELECT count(*) FROM attempts JOIN messages ON id = message_id
                        WHERE appointment_id = ? AND channel = 'SMS'
                        """).param(id.value()).query(Integer.class).single();
    }

    private int openCallsOf(AppointmentId id) {
        return jdbc.sql("""
                        SELECT count(*) FROM attempts JOIN messages ON id = message_id
                        WHERE appointment_id = ? AND channel = 'SMS' AND ended_at IS NULL
                        """).param(id.value()).query(Integer.class).single();
    }
}
