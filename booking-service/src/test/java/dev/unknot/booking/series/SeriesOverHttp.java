package dev.unknot.booking.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.Availability;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.event.Topics;
import dev.unknot.common.series.BookSeries;
import dev.unknot.common.series.OccurrenceReport;
import dev.unknot.common.series.OccurrenceView;
import dev.unknot.common.series.SeriesChangeView;
import dev.unknot.common.series.SeriesView;
import dev.unknot.common.therapist.TherapistId;
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
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What is done with series over HTTP, in a studio of one room and one therapist unless there are to be more. */
abstract class SeriesOverHttp {

    static final String PATH = "/api/v1/series";

    @LocalServerPort
    private int port;

    @Autowired
    private Availability availability;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    @Autowired
    private TopicReader topics;

    Http owner;
    Studio studio;

    @BeforeEach
    void openTheStudio() {
        owner = as(Tokens.owner());
        studio = studioWithRooms(1);
    }

    @AfterEach
    void setTheClockRight() {
        clock.moveBy(clock.offset().negated());
    }

    Studio studioWithRooms(int rooms) {
        return studioWithRooms(rooms, 1);
    }

    Studio studioWithRooms(int rooms, int places) {
        return new Studio(owner, availability, clock.instant(), rooms, places);
    }

    Http as(String token) {
        return Http.at(port).as(token);
    }

    void goTo(Instant instant) {
        clock.moveBy(Duration.between(clock.instant(), instant));
    }

    SeriesView agree(BookSeries command) {
        return created(owner.post(PATH, command));
    }

    SeriesView read(SeriesView series) {
        Answer answer = owner.get(PATH + "/" + series.id());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        SeriesView view = answer.body(SeriesView.class);
        assertThat(answer.etag()).isEqualTo("\"" + view.version() + "\"");
        return view;
    }

    Answer change(SeriesView series, Object command) {
        return owner.post(PATH + "/" + series.id() + "/change", command, "If-Match", "\"" + series.version() + "\"");
    }

    Answer cancel(SeriesView series, Object command) {
        return owner.post(
                PATH + "/" + series.id() + "/cancellation", command, "If-Match", "\"" + series.version() + "\"");
    }

    AppointmentView visit(SeriesView series, int number) {
        return owner.get("/api/v1/appointments/" + id(series, number)).body(AppointmentView.class);
    }

    AppointmentView moveByHand(SeriesView series, int number, Instant start) {
        AppointmentView before = visit(series, number);
        Answer moved = owner.post(
                "/api/v1/appointments/" + before.id() + "/reschedule",
                new RescheduleAppointment(start, null, null, null, null, null),
                "If-Match",
                "\"" + before.version() + "\"");
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        return moved.body(AppointmentView.class);
    }

    static AppointmentId id(SeriesView series, int number) {
        return Objects.requireNonNull(one(series, number).appointmentId());
    }

    static OccurrenceView one(SeriesView series, int number) {
        return series.occurrences().get(number - 1);
    }

    static <T> List<T> each(SeriesView series, Function<OccurrenceView, T> part) {
        return series.occurrences().stream().map(part).toList();
    }

    static List<String> report(SeriesChangeView view) {
        return view.report().stream().map(SeriesOverHttp::told).toList();
    }

    private static String told(OccurrenceReport report) {
        return report.number() + " " + report.outcome()
                + (report.reason() == null ? "" : " " + report.reason().code());
    }

    /** A next version, the same in all, of which the index has not heard: who decides by the one before looks again. */
    void storeAnew(TherapistId therapist) {
        jdbc.sql(
                        "INSERT INTO supply_snapshots (id, kind, version, snapshot) VALUES (?, 'THERAPIST', 2, CAST(? AS jsonb))")
                .params(therapist.value(), json.writeValueAsString(studio.snapshot(therapist)))
                .update();
    }

    int visitsOf(ClientId client) {
        return jdbc.sql("SELECT count(*) FROM appointment_participants WHERE client_id = ?")
                .param(client.value())
                .query(Integer.class)
                .single();
    }

    int seriesIn(Studio where) {
        return jdbc.sql("SELECT count(*) FROM series WHERE location_id = ?")
                .param(where.location.value())
                .query(Integer.class)
                .single();
    }

    List<String> announced(AppointmentId visit) {
        Probe.waitUntil(
                "the outbox is empty",
                () -> jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single() == 0);
        return topics.read(Topics.APPOINTMENTS, visit.toString()).stream()
                .map(record -> new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .map(type -> type.replaceAll("dev.unknot.appointment.|.v1", ""))
                .toList();
    }

    String lastAnnounced(AppointmentId visit) {
        return new String(
                topics.read(Topics.APPOINTMENTS, visit.toString()).getLast().value(), StandardCharsets.UTF_8);
    }

    static SeriesView created(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body(SeriesView.class);
    }

    static SeriesChangeView changed(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        SeriesChangeView view = answer.body(SeriesChangeView.class);
        assertThat(answer.etag()).isEqualTo("\"" + view.series().version() + "\"");
        return view;
    }

    static void refused(int status, String code, Answer answer) {
        assertThat(answer.status() + " " + answer.code()).as(answer.toString()).isEqualTo(status + " " + code);
    }

    static String key() {
        return "series-" + UUID.randomUUID();
    }
}
