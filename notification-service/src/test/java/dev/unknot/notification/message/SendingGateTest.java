package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.SendingScenario;
import dev.unknot.notification.contact.ContactListener;
import dev.unknot.platform.test.Probe;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "unknot.messages.longest-lag=3s")
class SendingGateTest extends SendingScenario {
    private static final Duration LONGEST_LAG = Duration.ofSeconds(3);

    @Autowired
    private SendingGate gate;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Test
    void nothingIsSentWhileAConsumerLags() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        assertThat(outcome(book(harbour, ada))).containsEntry("SMS", "SENT");
        MessageListenerContainer contacts = contactListener();

        contacts.stop();
        Person unread = aKnownClient();
        long unreadSince = System.nanoTime();
        // A look begun before that may still find that all was read, and opens the gate until then.
        Probe.waitUntil(
                "the lag is noticed", () -> System.nanoTime() - unreadSince > LONGEST_LAG.toNanos() && !gate.open());
        AppointmentId id = book(harbour, ada);
        Probe.waitUntil("the messages are planned", () -> messages(id).size() == 2);
        assertThat(messages(id)).isEqualTo(Map.of("EMAIL", "PLANNED", "SMS", "PLANNED"));

        contacts.start();
        assertThat(outcome(id)).isEqualTo(Map.of("EMAIL", "SENT", "SMS", "SENT"));
        assertThat(outcome(book(harbour, unread))).containsEntry("SMS", "SENT");
    }

    private MessageListenerContainer contactListener() {
        return listeners.getListenerContainers().stream()
                .filter(container -> String.valueOf(container.getGroupId()).endsWith(ContactListener.CONSUMER))
                .findFirst()
                .orElseThrow();
    }
}
