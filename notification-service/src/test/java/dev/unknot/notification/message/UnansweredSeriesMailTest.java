package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentBooked;
import dev.unknot.common.appointment.AppointmentCancelled;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.series.SeriesId;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.SendingScenario;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Probe;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A series' mail of which nobody knows whether it arrived, and which waits to be sent again. */
@Import(UnansweredMailTest.Mute.class)
@TestPropertySource(properties = "unknot.messages.first-retry=5m")
class UnansweredSeriesMailTest extends SendingScenario {
    @Autowired
    private MovableClock clock;

    @Autowired
    private Dispatcher dispatcher;

    private final SeriesId series = new SeriesId(Ids.next());
    private final List<AppointmentId> visits =
            Stream.generate(() -> new AppointmentId(Ids.next())).limit(3).toList();

    @AfterEach
    void setTheClockRight() {
        clock.offset(Duration.ZERO);
    }

    @Test
    void aVisitThatIsCalledOffTakesNoOtherOfItsSeriesOutOfTheMail() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        // However long it takes to hear of all of them: none goes out without the others.
        dispatcher.stop();
        visits.forEach(
                id -> others.announce(new AppointmentBooked(visit(harbour, ada, id, "BOOKED"), Set.of("status")), 1));
        Probe.waitUntil("all are planned", () -> mails("%") == visits.size());
        clock.moveBy(Duration.ofSeconds(15));
        dispatcher.start();
        Probe.waitUntil("the mail waits to be sent again", () -> outcomes() == 1 && mails("PLANNED") > 0);

        AppointmentId lead = lead();
        others.announce(new AppointmentCancelled(visit(harbour, ada, lead, "CANCELLED"), Set.of("status")), 2);

        Probe.waitUntil("its own mail is dropped", () -> stateOf(lead).equals("DROPPED"));
        assertThat(mails("DROPPED")).isEqualTo(1);
        assertThat(visits.stream().filter(id -> !id.equals(lead)).map(this::stateOf))
                .allMatch(state -> state.equals("PLANNED") || state.equals("SENDING"));
    }

    private AppointmentSnapshot visit(Harbour harbour, Person person, AppointmentId id, String status) {
        LocalDate day = LocalDate.now(harbour.zone()).plusWeeks(1L + visits.indexOf(id));
        return Harbour.in(
                series,
                harbour.appointment(
                        id, person.id(), harbour.at(day.atTime(10, 0)), AppointmentStatus.valueOf(status), 1));
    }

    private int mails(String state) {
        return jdbc.sql("""
                        SELECT count(*) FROM messages
                        WHERE appointment_id IN (:visits) AND kind = 'CONFIRMATION' AND channel = 'EMAIL' AND state LIKE :state
                        """)
                .param("visits", visits.stream().map(AppointmentId::value).toList())
                .param("state", state)
                .query(Integer.class)
                .single();
    }

    private int outcomes() {
        return jdbc.sql("""
                        SELECT count(*) FROM attempts JOIN messages ON id = message_id
                        WHERE appointment_id IN (:visits) AND channel = 'EMAIL' AND outcome = 'UNKNOWN'
                        """)
                .param("visits", visits.stream().map(AppointmentId::value).toList())
                .query(Integer.class)
                .single();
    }

    private AppointmentId lead() {
        return jdbc.sql("""
                        SELECT appointment_id FROM messages JOIN attempts ON message_id = id
                        WHERE appointment_id IN (:visits) AND channel = 'EMAIL'
                        """)
                .param("visits", visits.stream().map(AppointmentId::value).toList())
                .query((row, number) -> AppointmentId.of(row.getString(1)))
                .single();
    }

    private String stateOf(AppointmentId id) {
        return jdbc.sql("""
                        SELECT state FROM messages
                        WHERE appointment_id = ? AND kind = 'CONFIRMATION' AND channel = 'EMAIL'
                        """).param(id.value()).query(String.class).single();
    }
}
