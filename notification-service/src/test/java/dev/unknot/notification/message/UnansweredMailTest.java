package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.notification.MuteSmtpServer;
import dev.unknot.notification.SendingScenario;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Import(UnansweredMailTest.Mute.class)
class UnansweredMailTest extends SendingScenario {
    @Autowired
    private MuteSmtpServer smtp;

    @Test
    void aServerThatTakesEveryMailAndNeverSaysSoGetsItAFewTimesOnly() {
        Person ada = aKnownClient();

        AppointmentId id = book(aKnownClinic(), ada);

        assertThat(outcome(id)).containsEntry("EMAIL", "FAILED outcome-unknown").containsEntry("SMS", "SENT");
        assertThat(smtp.messageIds())
                .hasSize(UnansweredMail.LIMIT)
                .containsOnly("<" + emailOf(id) + "@harbour.example>");
        assertThat(outcomesOf(id)).hasSize(UnansweredMail.LIMIT).containsOnly("UNKNOWN");
    }

    @Test
    void whoMayNotHaveHeardIsForTheDesk() {
        Person ada = aKnownClient();
        twilio.refuses(ada.phone(), 21614);

        AppointmentId id = book(aKnownClinic(), ada);

        assertThat(outcome(id)).containsEntry("EMAIL", "FAILED outcome-unknown").containsEntry("SMS", "FAILED refused");
        assertThat(jdbc.sql("SELECT client_id FROM unreached_clients WHERE appointment_id = ?")
                        .param(id.value())
                        .query(UUID.class)
                        .list())
                .containsExactly(ada.id().value());
    }

    private String emailOf(AppointmentId id) {
        return jdbc.sql("SELECT id FROM messages WHERE appointment_id = ? AND channel = 'EMAIL'")
                .param(id.value())
                .query(String.class)
                .single();
    }

    private List<String> outcomesOf(AppointmentId id) {
        return jdbc.sql("""
                        SELECT outcome FROM attempts JOIN messages ON id = message_id
                        WHERE appointment_id = ? AND channel = 'EMAIL'
                        """).param(id.value()).query(String.class).list();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Mute {
        @Bean
        MuteSmtpServer smtp() throws IOException {
            return new MuteSmtpServer(true);
        }

        @Bean
        JavaMailSenderImpl mailSender(MuteSmtpServer smtp) {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(smtp.port());
            sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "30000");
            return sender;
        }
    }
}
