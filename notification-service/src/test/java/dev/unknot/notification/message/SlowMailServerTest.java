package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.notification.SendingScenario;
import dev.unknot.notification.SlowSmtpServer;
import dev.unknot.platform.test.Probe;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;

/** Each answer comes in time for the mail's reader, none in time for the lease. */
@Import(SlowMailServerTest.Slow.class)
@TestPropertySource(properties = "unknot.messages.mail-lease=6s")
class SlowMailServerTest extends SendingScenario {
    @Autowired
    private SlowSmtpServer smtp;

    @Test
    void aServerThatThinksTooLongBeforeItHasTheMailIsTriedAgainUntilItTakesIt() {
        AppointmentId id = book(aKnownClinic(), aKnownClient());
        Probe.waitUntil(
                "more calls were in vain than a mail of unknown fate gets",
                Duration.ofMinutes(1),
                () -> outcomesOf(id).size() > UnansweredMail.LIMIT);
        assertThat(outcomesOf(id)).containsOnly("NOT_NOW");

        smtp.hurryUp();

        assertThat(outcome(id)).containsEntry("EMAIL", "SENT");
        assertThat(smtp.taken()).hasSize(1);
    }

    private List<String> outcomesOf(AppointmentId id) {
        return jdbc.sql("""
                        SELECT outcome FROM attempts JOIN messages ON id = message_id
                        WHERE appointment_id = ? AND channel = 'EMAIL' AND outcome IS NOT NULL
                        """).param(id.value()).query(String.class).list();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Slow {
        @Bean
        SlowSmtpServer smtp() throws IOException {
            return new SlowSmtpServer();
        }

        @Bean
        JavaMailSenderImpl mailSender(SlowSmtpServer smtp) {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(smtp.port());
            sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "30000");
            return sender;
        }
    }
}
