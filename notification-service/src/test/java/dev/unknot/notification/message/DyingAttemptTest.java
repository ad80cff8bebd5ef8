package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.message.Channel;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.SendingScenario;
import dev.unknot.platform.test.Crashes;
import dev.unknot.platform.test.CrashingDataSource;
import dev.unknot.platform.test.Probe;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** No dispatcher runs: each attempt is made here, dies at one of its steps, and is found out about after its lease. */
@Import(Crashes.class)
@TestPropertySource(properties = "unknot.messages.sending=false")
class DyingAttemptTest extends SendingScenario {
    /** How much of an attempt had happened when it died. */
    private enum Death {
        BEFORE_IT_WAS_RECORDED,
        BEFORE_THE_GATEWAY_TOOK_IT,
        BEFORE_IT_WAS_MARKED_SENT,
        AFTER_IT_WAS_MARKED_SENT
    }

    @Autowired
    private Messages messages;

    @Autowired
    private SendMessage sendMessage;

    @Autowired
    private StopWatch stopWatch;

    @Autowired
    private DataSource dataSource;

    @ParameterizedTest
    @EnumSource
    void whereverAnAttemptDiesTheMessageGoesOutOnce(Channel channel) {
        Harbour harbour = aKnownClinic();
        Set<Death> seen = EnumSet.noneOf(Death.class);
        boolean died = true;
        for (int step = 1; died; step++) {
            Person ada = aKnownClient();
            AppointmentId id = book(harbour, ada);
            UUID message = plannedOnceAllIsKnown(harbour, ada, id, channel);
            died = diesAt(step, message);
            if (died) {
                seen.add(death(message, took(channel, ada).size()));
            }

            sendUntilSettled(message, ada);

            assertThat(Set.copyOf(took(channel, ada)))
                    .as("what the gateway has after a death at step %d", step)
                    .hasSize(1);
            assertThat(state(message)).isEqualTo("SENT");
        }
        assertThat(seen).containsExactlyInAnyOrder(Death.values());
    }

    private boolean diesAt(int step, UUID message) {
        CrashingDataSource crashing = (CrashingDataSource) dataSource;
        Message claimed = claim(message).orElseThrow();
        crashing.crashAt(step);
        try {
            sendMessage.send(leased(claimed));
            return crashing.recover();
        } catch (RuntimeException died) {
            assertThat(crashing.recover()).as("%s", died).isTrue();
            return true;
        }
    }

    /** The gateway's own list tells by then what it took. */
    private void sendUntilSettled(UUID message, Person person) {
        Map<String, String> listed = new HashMap<>();
        textsTo(person).forEach(text -> listed.put("SM" + message, text));
        twilio.lists(person.phone(), listed);
        for (int attempt = 0; attempt < 4 && !state(message).equals("SENT"); attempt++) {
            jdbc.sql("UPDATE messages SET next_attempt = now() - interval '1 second' WHERE id = ?")
                    .param(message)
                    .update();
            claim(message).map(this::leased).ifPresent(sendMessage::send);
        }
    }

    private Lease leased(Message message) {
        return new Lease(message, stopWatch.nanos());
    }

    private Optional<Message> claim(UUID message) {
        Instant now = Instant.now();
        return Arrays.stream(Channel.values())
                .flatMap(channel -> messages.claim(channel, now, now.plusSeconds(60), 1000, false).stream())
                .filter(claimed -> claimed.id().value().equals(message))
                .findFirst();
    }

    private Death death(UUID message, int taken) {
        if (state(message).equals("SENT")) {
            return Death.AFTER_IT_WAS_MARKED_SENT;
        }
        if (taken > 0) {
            return Death.BEFORE_IT_WAS_MARKED_SENT;
        }
        return attempts(message) > 0 ? Death.BEFORE_THE_GATEWAY_TOOK_IT : Death.BEFORE_IT_WAS_RECORDED;
    }

    private UUID plannedOnceAllIsKnown(Harbour harbour, Person person, AppointmentId id, Channel channel) {
        return Probe.eventually(
                "the message is planned and all it says is known",
                () -> jdbc.sql("""
                        SELECT id FROM messages
                        WHERE appointment_id = ? AND channel = ? AND kind = 'CONFIRMATION'
                          AND EXISTS (SELECT FROM contacts WHERE client_id = ?)
                          AND EXISTS (SELECT FROM locations WHERE id = ?)
                          AND EXISTS (SELECT FROM treatments WHERE id = ?)
                          AND EXISTS (SELECT FROM therapists WHERE id = ?)
                        """)
                        .params(
                                id.value(),
                                channel.name(),
                                person.id().value(),
                                harbour.location().value(),
                                harbour.swedish().value(),
                                harbour.mira().value())
                        .query(UUID.class)
                        .optional());
    }

    /** One entry for each message: a mail that came twice under one Message-ID is one to its reader. */
    private static List<String> took(Channel channel, Person person) {
        return switch (channel) {
            case SMS -> {
                List<String> numbered = new ArrayList<>();
                textsTo(person).forEach(text -> numbered.add(numbered.size() + text));
                yield numbered;
            }
            case EMAIL ->
                mailsTo(person).stream().map(DyingAttemptTest::messageId).toList();
        };
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private String state(UUID message) {
        return jdbc.sql("SELECT state FROM messages WHERE id = ?")
                .param(message)
                .query(String.class)
                .single();
    }

    private int attempts(UUID message) {
        return jdbc.sql("SELECT count(*) FROM attempts WHERE message_id = ?")
                .param(message)
                .query(Integer.class)
                .single();
    }
}
