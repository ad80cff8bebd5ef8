package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.appointment.HoldTime;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.event.Topics;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Times that are held and booked over HTTP. */
abstract class HoldsOverHttp extends LifeOverHttp {

    static final String HOLDS = "/api/v1/holds";
    static final String APPOINTMENTS = "/api/v1/appointments";
    static final Duration LEASE = Duration.ofMinutes(10);

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TopicReader topics;

    Http desk;

    @BeforeEach
    void signInAsSomebodyWhoHoldsNothing() {
        desk = as(Tokens.of(Role.OWNER));
        treatment = clinic.treatment();
    }

    void letTheLeaseEnd() {
        clock.moveBy(LEASE);
    }

    Clock clock() {
        return clock;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    AppointmentView hold(int hour) {
        Answer held = desk.post(HOLDS, wish(hour, null));
        assertThat(held.status()).as(held.toString()).isEqualTo(201);
        return held.body(AppointmentView.class);
    }

    HoldTime wish(int hour, @Nullable ClientId client) {
        return new HoldTime(client, null, treatment, 60, clinic.location, clinic.at(hour, 0), null);
    }

    Answer book(int hour, @Nullable AppointmentId hold, ClientId client) {
        return desk.post(APPOINTMENTS, of(hold, clinic.hourOf(treatment, client, null, clinic.at(hour, 0))));
    }

    static BookAppointment of(@Nullable AppointmentId hold, BookAppointment wish) {
        Seat seat = wish.participants().getFirst();
        return new BookAppointment(
                List.of(seat), wish.treatmentId(), wish.minutes(), wish.locationId(), wish.start(), hold, null);
    }

    List<String> claimsOf(AppointmentId id) {
        return jdbc.sql("SELECT kind FROM claims WHERE appointment_id = ? ORDER BY kind")
                .param(id.value())
                .query(String.class)
                .list();
    }

    /** Version, what happened, and why. */
    List<String> story(AppointmentId id) {
        Probe.waitUntil(
                "the outbox is empty",
                () -> jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single() == 0);
        return topics.read(Topics.APPOINTMENTS, id.toString()).stream()
                .map(record -> (header(record, "ce_sequence") + header(record, "ce_type") + header(record, "ce_cause"))
                        .replace("dev.unknot.appointment.", "")
                        .replace(".v1", "")
                        .strip())
                .toList();
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8) + " ";
    }
}
