package dev.unknot.therapist;

import static dev.unknot.therapist.Clinic.shift;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.PatternView;
import dev.unknot.common.therapist.Shift;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistView;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rotas of several weeks, and years of them. */
@ServiceTest(properties = "unknot.horizon.look-every=PT1H")
class RotasTest {

    /** Noon in Berlin, ten days before its clocks go forward. */
    private static final Instant THURSDAY_NOON = Instant.parse("2027-03-18T11:00:00Z");

    @Autowired
    private MovableClock clock;

    @Autowired
    private TopicReader topics;

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    private Http api;
    private Clinic clinic;
    private LocationId berlin;
    private TherapistId mira;

    @BeforeEach
    void miraWorksInBerlin() {
        clock.set(THURSDAY_NOON);
        api = Http.at(port).as(Tokens.owner());
        clinic = new Clinic(api, topics, events);
        berlin = clinic.opened(Clinic.berlin());
        mira = clinic.employed(Clinic.mira(berlin));
    }

    @Test
    void twoWeeksTakeTurnsThroughTheChangeOfTheClocks() {
        // A Wednesday: its Monday, the fifteenth, begins week 1.
        Answer put = putRota(
                "2027-03-17",
                2,
                monday("09:00", "12:00"),
                monday("14:00", "17:00").inWeek(2));

        assertThat(put.status()).as("%s", put).isEqualTo(200);
        assertThat(put.body(TherapistView.class).patterns())
                .containsExactly(new PatternView(
                        LocalDate.of(2027, 3, 17),
                        2,
                        List.of(
                                monday("09:00", "12:00"),
                                monday("14:00", "17:00").inWeek(2))));
        assertThat(api.get(path()).body()).isEqualTo(put.body());
        assertThat(clinic.announced(mira, 2).workingTime().subList(0, 3))
                .extracting(working -> working.during())
                .containsExactly(
                        range("2027-03-22T13:00:00Z", "2027-03-22T16:00:00Z"),
                        range("2027-03-29T07:00:00Z", "2027-03-29T10:00:00Z"),
                        range("2027-04-05T12:00:00Z", "2027-04-05T15:00:00Z"));
        assertThat(api.get(Clinic.LOCATIONS + "/" + berlin
                                + "/workday?from=2027-03-29T00:00:00Z&to=2027-03-30T00:00:00Z")
                        .body()
                        .at("/items/0/working/0/start")
                        .asString())
                .startsWith("2027-03-29T07:00");
    }

    @Test
    void aRequestThatNamesNoWeeksIsForEveryWeek() {
        String body = """
                {"shifts":[{"locationId":"%s","day":"TUESDAY","start":"09:00","end":"12:00"}]}""".formatted(berlin);

        Answer put = api.put(path() + "/patterns/2027-03-17", body, "If-Match", "\"1\"");

        assertThat(put.status()).as("%s", put).isEqualTo(200);
        assertThat(put.body(TherapistView.class).patterns())
                .containsExactly(new PatternView(
                        LocalDate.of(2027, 3, 17), 1, List.of(shift(berlin, TUESDAY, "09:00", "12:00"))));
        assertThat(clinic.announced(mira, 2).workingTime().subList(0, 2))
                .extracting(working -> working.during())
                .containsExactly(
                        range("2027-03-23T08:00:00Z", "2027-03-23T11:00:00Z"),
                        range("2027-03-30T07:00:00Z", "2027-03-30T10:00:00Z"));
    }

    @Test
    void aRotaHasOneToEightWeeks() {
        assertThat(putRota("2027-03-17", 9).code()).isEqualTo("invalid-request");
        assertThat(putRota("2027-03-17", 0).code()).isEqualTo("invalid-request");
        Answer beyond = putRota("2027-03-17", 2, monday("09:00", "12:00").inWeek(3));
        assertThat(beyond.status()).isEqualTo(422);
        assertThat(beyond.code()).isEqualTo("week-beyond-rota");
        assertThat(beyond.body().at("/errors/0/field").asString()).isEqualTo("shifts[0].week");
    }

    @Test
    void whoHasHadTwoYearsOfPatternsGetsAnotherOne() {
        database.sql("""
                        INSERT INTO patterns (therapist_id, valid_from)
                        SELECT ?, day::date FROM generate_series('2025-01-01'::date, '2025-01-01'::date + 103, '1 day') day""").param(mira.value()).update();

        assertThat(putRota("2027-03-22", 1, monday("09:00", "12:00")).status()).isEqualTo(200);
        assertThat(clinic.announced(mira, 2).workingTime()).isNotEmpty();
    }

    @Test
    void onlyAPatternThatHasNotBegunIsWithdrawnAndTheOneBeforeItGoesOn() {
        assertThat(putRota("2027-03-15", 1, monday("09:00", "12:00")).status()).isEqualTo(200);
        assertThat(putRota("2027-03-22", 1).status()).isEqualTo(200);
        assertThat(clinic.announced(mira, 3).workingTime()).isEmpty();

        Answer begun = withdraw("2027-03-15");
        Answer withdrawn = withdraw("2027-03-22");

        assertThat(begun.status()).isEqualTo(409);
        assertThat(begun.code()).isEqualTo("pattern-begun");
        assertThat(withdrawn.status()).as("%s", withdrawn).isEqualTo(200);
        assertThat(withdrawn.etag()).isEqualTo("\"4\"");
        assertThat(withdrawn.body(TherapistView.class).patterns()).hasSize(1);
        assertThat(clinic.announced(mira, 4).workingTime().getFirst().during())
                .isEqualTo(range("2027-03-22T08:00:00Z", "2027-03-22T11:00:00Z"));
        assertThat(withdraw("2027-03-22").code()).isEqualTo("unknown-pattern");
        assertThat(api.delete(path() + "/patterns/2027-03-22").status()).isEqualTo(428);
        assertThat(Http.at(port)
                        .as(Tokens.of(Role.FRONT_DESK, berlin))
                        .delete(path() + "/patterns/2027-03-22", "If-Match", "\"4\"")
                        .status())
                .isEqualTo(403);
    }

    private Answer withdraw(String validFrom) {
        return api.delete(
                path() + "/patterns/" + validFrom, "If-Match", api.get(path()).etag());
    }

    private Answer putRota(String validFrom, int weeks, Shift... shifts) {
        return clinic.putRota(mira, validFrom, weeks, shifts);
    }

    private Shift monday(String start, String end) {
        return shift(berlin, MONDAY, start, end);
    }

    private String path() {
        return Clinic.THERAPISTS + "/" + mira;
    }

    private static TimeRange range(String start, String end) {
        return new TimeRange(Instant.parse(start), Instant.parse(end));
    }
}
