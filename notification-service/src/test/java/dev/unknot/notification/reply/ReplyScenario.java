package dev.unknot.notification.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentConfirmed;
import dev.unknot.common.appointment.AppointmentDisplaced;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentRescheduled;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.Displacement;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.event.Topics;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.SendingScenario;
import dev.unknot.notification.SmsWebhook;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Clients who have been written to, and what is announced of their answers. */
abstract class ReplyScenario extends SendingScenario {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private TopicReader topics;

    @Autowired
    protected MovableClock clock;

    protected SmsWebhook gateway;

    @BeforeEach
    void callTheWebhook() {
        gateway = new SmsWebhook(port);
    }

    @AfterEach
    void setTheClockRight() {
        clock.offset(Duration.ZERO);
    }

    protected Http as(String token) {
        return Http.at(port).as(token);
    }

    protected Http owner() {
        return as(Tokens.owner());
    }

    /** Books and waits until the client has the SMS. */
    protected AppointmentId bookAndTell(Harbour harbour, Person person, Instant start) {
        AppointmentId id = book(harbour, person, start);
        untilTold(id, 1);
        return id;
    }

    /** Of the visit as it is since that revision. */
    protected void untilTold(AppointmentId id, long revision) {
        Probe.waitUntil(
                "the client has the SMS",
                () -> jdbc.sql("""
                                SELECT count(*) FROM messages
                                WHERE appointment_id = ? AND revision = ? AND channel = 'SMS' AND state = 'SENT'
                                """)
                                .params(id.value(), revision)
                                .query(Long.class)
                                .single()
                        > 0);
    }

    /** Moves it and waits until this service knows. */
    protected void move(Harbour harbour, AppointmentId id, Person person, Instant start, long revision) {
        AppointmentSnapshot before = harbour.appointment(id, person.id(), start, AppointmentStatus.BOOKED);
        AppointmentSnapshot after = like(before, revision, null);
        others.announce(new AppointmentRescheduled(after, Set.of("start")), revision);
        Probe.waitUntil("the move is known", () -> revisionOf(id) == revision);
    }

    private static AppointmentSnapshot like(
            AppointmentSnapshot before, long revision, @Nullable Displacement displaced) {
        return new AppointmentSnapshot(
                before.id(),
                before.status(),
                revision,
                before.participants(),
                before.treatmentId(),
                before.minutes(),
                before.locationId(),
                before.zone(),
                before.roomId(),
                before.start(),
                before.end(),
                before.price(),
                before.claims(),
                before.waived(),
                null,
                displaced);
    }

    protected void cancel(Harbour harbour, AppointmentId id, Person person, Instant start) {
        others.announce(harbour.cancelled(id, person.id(), start), 2);
        untilKnown(id, AppointmentStatus.CANCELLED);
    }

    protected void confirmed(Harbour harbour, AppointmentId id, Instant start, Person... people) {
        List<ClientId> clients = Stream.of(people).map(Person::id).toList();
        AppointmentSnapshot after = harbour.appointment(id, clients.getFirst(), start, AppointmentStatus.CONFIRMED);
        others.announce(new AppointmentConfirmed(Harbour.of(clients, after), Set.of("status")), 2);
        untilKnown(id, AppointmentStatus.CONFIRMED);
    }

    /** Nobody is there to treat them any more, and this service knows. */
    protected void displaced(Harbour harbour, AppointmentId id, Person person, Instant start) {
        AppointmentSnapshot before = harbour.appointment(id, person.id(), start, AppointmentStatus.BOOKED);
        AppointmentSnapshot after = like(before, before.revision(), Displacement.THERAPIST_NOT_WORKING);
        others.announce(new AppointmentDisplaced(after, Set.of("displaced")), 2);
        Probe.waitUntil(
                "the visit is known as not covered",
                () -> jdbc.sql("SELECT uncovered FROM visits WHERE appointment_id = ?")
                        .param(id.value())
                        .query(Boolean.class)
                        .single());
    }

    private void untilKnown(AppointmentId id, AppointmentStatus status) {
        Probe.waitUntil(
                "the visit is known as " + status,
                () -> status.name()
                        .equals(jdbc.sql("SELECT status FROM visits WHERE appointment_id = ?")
                                .param(id.value())
                                .query(String.class)
                                .single()));
    }

    /** Everything announced of what these clients answered, once nothing waits to be announced any more. */
    protected List<JsonNode> announced(Person... people) {
        Probe.waitUntil(
                "the outbox is empty",
                () -> jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single() == 0);
        return topics.read(Topics.MESSAGES).stream()
                .map(record -> JSON.readTree(new String(record.value(), StandardCharsets.UTF_8)))
                .filter(data -> data.has("answer"))
                .filter(data -> List.of(people).stream()
                        .anyMatch(person -> data.path("clientId")
                                .asString("")
                                .equals(person.id().toString())))
                .toList();
    }

    private long revisionOf(AppointmentId id) {
        return jdbc.sql("SELECT revision FROM visits WHERE appointment_id = ?")
                .param(id.value())
                .query(Long.class)
                .single();
    }

    protected Harbour aClinicThatReminds() {
        Harbour harbour = Harbour.in("Europe/Berlin");
        others.announce(harbour);
        return harbour;
    }

    protected static Instant inThreeDaysAt(Harbour harbour, int hour) {
        return harbour.at(LocalDate.now(harbour.zone()).plusDays(3).atTime(hour, 0));
    }

    protected void remind(AppointmentId id, Instant start) {
        clock.set(start.minus(Duration.ofDays(1)));
        Probe.waitUntil(
                "the client is reminded",
                () -> jdbc.sql("SELECT state FROM messages WHERE appointment_id = ? AND kind = 'FIRST_REMINDER'")
                        .param(id.value())
                        .query(String.class)
                        .list()
                        .contains("SENT"));
    }

    protected static void confirms(JsonNode reply, AppointmentId id, long revision) {
        assertThat(reply.path("answer").asString()).isEqualTo("CONFIRM");
        assertThat(reply.path("appointmentId").asString()).isEqualTo(id.toString());
        assertThat(reply.path("revision").asLong()).isEqualTo(revision);
    }

    protected static String words(Harbour harbour, Instant start) {
        return DateTimeFormatter.ofPattern("EEE, d MMM 'at' HH:mm", Locale.ENGLISH)
                .format(start.atZone(harbour.zone()));
    }
}
