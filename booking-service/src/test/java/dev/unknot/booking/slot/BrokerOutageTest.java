package dev.unknot.booking.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.Availability;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.KafkaServer;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A broker of its own, since it is killed. */
@ServiceTest
class BrokerOutageTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final KafkaServer BROKER = KafkaServer.temporary();

    @DynamicPropertySource
    static void ownBroker(DynamicPropertyRegistry properties) {
        properties.add("spring.kafka.bootstrap-servers", BROKER::bootstrapServers);
    }

    @AfterAll
    static void endTheBroker() {
        BROKER.close();
    }

    @Test
    void theIndexIsFollowedOnAfterTheBrokerWasAway(
            @LocalServerPort int port,
            @Autowired Availability availability,
            @Autowired KafkaTemplate<String, byte[]> kafka,
            @Autowired Events events,
            @Autowired Clock clock) {
        Practice practice = Practice.onTheThirdDayFrom(clock.instant());
        TopicFeed topics = new TopicFeed(kafka, events);
        Http service = Http.at(port);
        Probe.waitUntil("the service is ready", LIMIT, () -> readiness(service) == 200);
        topics.announce(practice.location(), 1);
        Probe.waitUntil("the location is known", LIMIT, () -> availability.version(practice.id()) == 1);

        BROKER.kill();
        assertThat(readiness(service)).as("readiness without a broker").isEqualTo(200);

        BROKER.restart();
        topics.announce(practice.therapist(), 1);
        Probe.waitUntil("the therapist is known", LIMIT, () -> availability.version(practice.asha()) == 1);
    }

    private static int readiness(Http service) {
        return service.get("/actuator/health/readiness").status();
    }
}
