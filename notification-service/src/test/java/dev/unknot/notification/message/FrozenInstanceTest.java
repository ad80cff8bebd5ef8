package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.message.Channel;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.SendingScenario;
import dev.unknot.notification.delivery.Delivery;
import dev.unknot.notification.delivery.Email;
import dev.unknot.notification.delivery.EmailGateway;
import dev.unknot.notification.delivery.Handover;
import dev.unknot.notification.delivery.SmsGateway;
import dev.unknot.platform.test.Probe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/**
 * One instance has written down its attempt and freezes before the call. Meanwhile its lease ends, and another instance
 * looks the message up in vain and sends it. Red when the stop watch is not looked at right before the handover.
 */
@Import(FrozenInstanceTest.Freezing.class)
@TestPropertySource(properties = "unknot.messages.sending=false")
class FrozenInstanceTest extends SendingScenario {
    @Autowired
    private Leases leases;

    @Autowired
    private SendMessage sendMessage;

    @Autowired
    private Freeze freeze;

    @ParameterizedTest
    @EnumSource
    void whoWakesUpAfterAnotherHasSentKeepsTheMessageBack(Channel channel) {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        AppointmentId id = book(harbour, ada);
        Lease first = leasedOnceAllIsKnown(harbour, ada, id, channel);
        twilio.lists(ada.phone(), Map.of());
        freeze.before(() -> {
            freeze.passes(Duration.ofMinutes(1));
            sendByAnother(id, channel);
        });

        sendMessage.send(first);

        assertThat(freeze.happened()).isTrue();
        assertThat(channel == Channel.SMS ? textsTo(ada).size() : mailsTo(ada).size())
                .as("sent by %s", channel)
                .isEqualTo(1);
        assertThat(messages(id)).containsEntry(channel.name(), "SENT");
    }

    /** A mail is given up for unknown first and sent at the next turn. */
    private void sendByAnother(AppointmentId id, Channel channel) {
        for (int turn = 0; turn < 2 && !"SENT".equals(messages(id).get(channel.name())); turn++) {
            jdbc.sql("UPDATE messages SET next_attempt = now() - interval '1 second' WHERE appointment_id = ?")
                    .param(id.value())
                    .update();
            lease(id, channel).forEach(sendMessage::send);
        }
    }

    private List<Lease> lease(AppointmentId id, Channel channel) {
        return leases.take(channel, 1000).stream()
                .filter(lease -> lease.message().appointmentId().equals(id))
                .toList();
    }

    private Lease leasedOnceAllIsKnown(Harbour harbour, Person person, AppointmentId id, Channel channel) {
        Probe.waitUntil(
                "the message is planned and all it says is known",
                () -> jdbc.sql("""
                        SELECT EXISTS (SELECT FROM messages WHERE appointment_id = ?)
                           AND EXISTS (SELECT FROM contacts WHERE client_id = ?)
                           AND EXISTS (SELECT FROM locations WHERE id = ?)
                           AND EXISTS (SELECT FROM treatments WHERE id = ?)
                           AND EXISTS (SELECT FROM therapists WHERE id = ?)
                        """)
                        .params(
                                id.value(),
                                person.id().value(),
                                harbour.location().value(),
                                harbour.swedish().value(),
                                harbour.mira().value())
                        .query(Boolean.class)
                        .single());
        return lease(id, channel).getFirst();
    }

    /** Something that happens once, at the moment in which an instance stands still. */
    static final class Freeze implements StopWatch {
        private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        private final AtomicLong passed = new AtomicLong();
        private volatile boolean happened;

        void before(Runnable other) {
            happened = false;
            meanwhile.set(() -> {
                happened = true;
                other.run();
            });
        }

        void passes(Duration time) {
            passed.addAndGet(time.toNanos());
        }

        void freeze() {
            meanwhile.getAndSet(() -> {}).run();
        }

        boolean happened() {
            return happened;
        }

        @Override
        public long nanos() {
            return System.nanoTime() + passed.get();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Freezing {
        @Bean
        @Primary
        Freeze freeze() {
            return new Freeze();
        }

        @Bean
        @Primary
        SmsGateway freezingSms(@Qualifier("twilioGateway") SmsGateway gateway, Freeze freeze) {
            return new SmsGateway() {
                @Override
                public Delivery send(String to, String body, Handover handover) {
                    freeze.freeze();
                    return gateway.send(to, body, handover);
                }

                @Override
                public List<String> find(String to, Predicate<String> body) {
                    return gateway.find(to, body);
                }
            };
        }

        @Bean
        @Primary
        EmailGateway freezingMail(@Qualifier("smtpGateway") EmailGateway gateway, Freeze freeze) {
            return new EmailGateway() {
                @Override
                public Delivery send(Email email, Handover handover) {
                    freeze.freeze();
                    return gateway.send(email, handover);
                }

                @Override
                public String messageId(UUID message) {
                    return gateway.messageId(message);
                }
            };
        }
    }
}
