package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.Availability;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.event.Topics;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A clinic with one therapist and one room, and what is done with its appointments over HTTP. */
abstract class LifeOverHttp {

    static final String PATH = "/api/v1/appointments/";

    @LocalServerPort
    private int port;

    @Autowired
    private Availability availability;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TopicReader topics;

    Http owner;
    Clinic clinic;
    TreatmentId treatment;
    TherapistId mira;
    ClientId ada;

    @BeforeEach
    void openTheClinic() {
        owner = Http.at(port).as(Tokens.owner());
        clinic = anotherClinic();
        treatment = clinic.treatment(5, 10, null, null);
        mira = clinic.therapist();
        ada = clinic.client();
    }

    @AfterEach
    void setTheClockRight() {
        clock.moveBy(clock.offset().negated());
    }

    Clinic anotherClinic() {
        return new Clinic(owner, availability).withRoom(1);
    }

    Http as(String token) {
        return Http.at(port).as(token);
    }

    String book(ClientId client, int hour) {
        Answer booked = tryToBook(client, clinic.at(hour, 0));
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        return booked.createdId();
    }

    Answer tryToBook(ClientId client, Instant start) {
        return owner.post("/api/v1/appointments", clinic.hourOf(treatment, client, mira, start));
    }

    static RescheduleAppointment to(Instant start) {
        return to(start, null);
    }

    static RescheduleAppointment to(Instant start, @Nullable TherapistId therapist) {
        return new RescheduleAppointment(start, therapist, null, null, null, null);
    }

    static Answer move(Http caller, String id, int version, RescheduleAppointment command) {
        return caller.post(PATH + id + "/reschedule", command, "If-Match", "\"" + version + "\"");
    }

    static Answer step(Http caller, String id, String step, int version) {
        return caller.post(PATH + id + "/" + step, "", "If-Match", "\"" + version + "\"");
    }

    static Answer cancel(Http caller, String id, int version) {
        CancelAppointment why = new CancelAppointment("client-asked", "She has a cold.");
        return caller.post(PATH + id + "/cancellation", why, "If-Match", "\"" + version + "\"");
    }

    AppointmentView one(String id) {
        return ok(owner.get(PATH + id));
    }

    Http link(String id) {
        return as(Tokens.client(UUID.fromString(id)));
    }

    void goTo(Instant instant) {
        clock.moveBy(Duration.between(clock.instant(), instant));
    }

    List<String> claims(String id) {
        return jdbc.sql("SELECT kind || ' ' || to_char(lower(during) AT TIME ZONE 'UTC', 'HH24:MI') || '-'"
                        + " || to_char(upper(during) AT TIME ZONE 'UTC', 'HH24:MI')"
                        + " FROM claims WHERE appointment_id = ? ORDER BY 1")
                .param(UUID.fromString(id))
                .query(String.class)
                .list();
    }

    List<String> announced(String id) {
        return records(id).stream()
                .map(record -> new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .toList();
    }

    List<ConsumerRecord<String, byte[]>> records(String id) {
        Probe.waitUntil(
                "the outbox is empty",
                () -> jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single() == 0);
        return topics.read(Topics.APPOINTMENTS, id);
    }

    static AppointmentView ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        AppointmentView view = answer.body(AppointmentView.class);
        assertThat(answer.etag()).isEqualTo("\"" + view.version() + "\"");
        return view;
    }

    static void refused(int status, String code, Answer answer) {
        assertThat(answer.status() + " " + answer.code()).as(answer.toString()).isEqualTo(status + " " + code);
    }

    static UUID some() {
        return UUID.randomUUID();
    }
}
