package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.SendingScenario;
import dev.unknot.platform.test.Probe;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** More texts than there are hands hang at the SMS gateway; nothing else may wait for them. */
@TestPropertySource(properties = "unknot.messages.concurrency=2")
class HangingGatewayTest extends SendingScenario {
    private static final int HANGING_MILLIS = 9_000;

    @Test
    void anotherClientsMailGoesWhileEveryTextHangs() {
        Harbour harbour = aKnownClinic();
        List<Person> hanging = Stream.generate(this::aKnownClient).limit(4).toList();
        hanging.forEach(person -> twilio.hangs(person.phone(), HANGING_MILLIS));
        List<AppointmentId> visits =
                hanging.stream().map(person -> book(harbour, person)).toList();
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
}
