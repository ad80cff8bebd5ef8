package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.SendingScenario;
import dev.unknot.notification.delivery.Delivery;
import dev.unknot.notification.delivery.Handover;
import dev.unknot.notification.delivery.SmsGateway;
import dev.unknot.platform.test.Probe;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/** More texts than there are hands hang at the SMS gateway; nothing else may wait for them. */
@Import(HangingGatewayTest.Hanging.class)
@TestPropertySource(properties = {"unknot.messages.concurrency=2", "unknot.messages.lease=4m"})
class HangingGatewayTest extends SendingScenario {
    @Autowired
    private CountDownLatch hanging;

    @AfterEach
    void answerAtLast() {
        hanging.countDown();
    }

    @Test
    void anotherClientsMailGoesWhileEveryTextHangs() {
        Harbour harbour = aKnownClinic();
        List<AppointmentId> visits = Stream.generate(this::aKnownClient)
                .limit(4)
                .map(person -> book(harbour, person))
                .toList();
        Probe.waitUntil("as many calls hang as there are hands", () -> openCalls(visits) == 2);

        Person ben = aKnownClient();
        AppointmentId bens = book(harbour, ben);

        Probe.waitUntil("Ben has his mail", () -> mailsTo(ben).size() == 1);
        assertThat(openCalls(visits)).as("calls that hang as before").isEqualTo(2);
        assertThat(endedCalls(visits)).isZero();
        assertThat(messages(bens)).containsEntry("SMS", "PLANNED");
    }

    private int openCalls(List<AppointmentId> visits) {
        return calls(visits, "IS NULL");
    }

    private int endedCalls(List<AppointmentId> visits) {
        return calls(visits, "IS NOT NULL");
    }

    private int calls(List<AppointmentId> visits, String ended) {
        return jdbc.sql("""
                        SELECT count(*) FROM attempts JOIN messages ON id = message_id
                        WHERE channel = 'SMS' AND appointment_id IN (:visits) AND outcome %s
                        """.formatted(ended))
                .param("visits", visits.stream().map(AppointmentId::value).toList())
                .query(Integer.class)
                .single();
    }

    /** Every call hangs until the test is over. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Hanging {
        @Bean
        CountDownLatch hanging() {
            return new CountDownLatch(1);
        }

        @Bean
        @Primary
        SmsGateway hangingSms(@Qualifier("twilioGateway") SmsGateway gateway, CountDownLatch hanging) {
            return new SmsGateway() {
                @Override
                public Delivery send(String to, String body, Handover handover) {
                    try {
                        hanging.await();
                    } catch (InterruptedException givenUp) {
                        Thread.currentThread().interrupt();
                    }
                    return gateway.send(to, body, handover);
                }

                @Override
                public List<String> find(String to, Predicate<String> body) {
                    return gateway.find(to, body);
                }
            };
        }
    }
}
