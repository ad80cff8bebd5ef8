package dev.unknot.therapist;

import static dev.unknot.therapist.Clinic.shift;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.common.access.Role;
import dev.unknot.common.event.Topics;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.CreateTherapist;
import dev.unknot.common.therapist.PutOverride;
import dev.unknot.common.therapist.PutOverride.DayShift;
import dev.unknot.common.therapist.TakeTimeOff;
import dev.unknot.common.therapist.TherapistEvent;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TimeOffView;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.event.ReceivedEvent;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Days off, days otherwise, and the workdays that come of them. */
@ServiceTest(properties = "unknot.horizon.look-every=PT1H")
class ExceptionsTest {

    /** Noon in Berlin on the Friday before its clocks go forward. */
    private static final Instant FRIDAY_NOON = Instant.parse("2027-03-26T11:00:00Z");

    private static final TakeTimeOff MONDAY_MORNING =
            new TakeTimeOff(Instant.parse("2027-03-29T06:00:00Z"), Instant.parse("2027-03-29T08:00:00Z"), "sick");

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

    /** Version 2: Fridays and Mondays from nine to twelve in Berlin. */
    @BeforeEach
    void miraWorksInBerlin() {
        clock.set(FRIDAY_NOON);
        api = Http.at(port).as(Tokens.owner());
        clinic = new Clinic(api, topics, events);
        berlin = clinic.opened(Clinic.berlin());
        mira = clinic.employed(Clinic.mira(berlin));
        assertThat(clinic.putWeek(
                                mira,
                                "2027-01-01",
                                shift(berlin, FRIDAY, "09:00", "12:00"),
                                shift(berlin, MONDAY, "09:00", "12:00"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aTimeOffIsCutOutOfTheWorkingTimeAndTakenBackReturnsIt() {
        Answer taken = api.post(timeOff(), MONDAY_MORNING);

        assertThat(taken.status()).as("%s", taken).isEqualTo(201);
        assertThat(taken.etag()).isEqualTo("\"3\"");
        assertThat(clinic.announced(mira, 3).workingTime().subList(1, 3))
                .containsExactly(
                        at("2027-03-29T08:00:00Z", "2027-03-29T10:00:00Z"),
                        at("2027-04-02T07:00:00Z", "2027-04-02T10:00:00Z"));
        assertThat(clinic.announced(mira, 2).timeOff()).isEmpty();
        assertThat(clinic.announced(mira, 3).timeOff())
                .containsExactly(at("2027-03-29T07:00:00Z", "2027-03-29T08:00:00Z"));
        String path = timeOff() + "/" + taken.createdId();
        assertThat(api.get(path).body(TimeOffView.class)).isEqualTo(taken.body(TimeOffView.class));

        assertThat(api.delete(path).status()).isEqualTo(204);

        assertThat(clinic.announced(mira, 4).workingTime().get(1))
                .isEqualTo(at("2027-03-29T07:00:00Z", "2027-03-29T10:00:00Z"));
        assertThat(api.delete(path).code()).isEqualTo("unknown-time-off");
        assertThat(versions()).as("one snapshot for each change").containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aTimeOffSentTwiceUnderOneKeyIsTakenOnce() {
        Answer first = api.post(timeOff(), MONDAY_MORNING, "Idempotency-Key", "off-" + mira);
        Answer second = api.post(timeOff(), MONDAY_MORNING, "Idempotency-Key", "off-" + mira);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(api.get(timeOff()).body().path("items")).hasSize(1);
        assertThat(etag()).isEqualTo("\"3\"");
    }

    @Test
    void timesOffDoNotOverlapButMayTouch() {
        assertThat(api.post(timeOff(), MONDAY_MORNING).status()).isEqualTo(201);

        Answer again = api.post(
                timeOff(), new TakeTimeOff(Instant.parse("2027-03-29T07:55:00Z"), MONDAY_MORNING.end(), "holiday"));
        Answer after = api.post(
                timeOff(),
                new TakeTimeOff(MONDAY_MORNING.end(), MONDAY_MORNING.end().plusSeconds(3600), "holiday"));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("time-off-overlaps");
        assertThat(after.status()).isEqualTo(201);
        assertThat(api.get(timeOff() + "?from=2027-03-29T08:00:00Z&to=2027-03-29T08:30:00Z")
                        .body()
                        .path("items"))
                .singleElement()
                .satisfies(off -> assertThat(off.path("cause").asString()).isEqualTo("holiday"));
        assertThatThrownBy(() -> database.sql("""
                        INSERT INTO times_off SELECT gen_random_uuid(), therapist_id, starts, ends, cause
                        FROM times_off WHERE therapist_id = ?""").param(mira.value()).update())
                .hasMessageContaining("times_off_do_not_overlap");
    }

    @Test
    void anOverrideTakesThePlaceOfThePatternUntilItIsLifted() {
        Answer put = api.put(override("2027-03-29"), shifts("13:00", "15:00"), "If-Match", etag());

        assertThat(put.status()).as("%s", put).isEqualTo(200);
        assertThat(put.etag()).isEqualTo("\"3\"");
        assertThat(clinic.announced(mira, 3).workingTime().get(1))
                .isEqualTo(at("2027-03-29T11:00:00Z", "2027-03-29T13:00:00Z"));
        assertThat(api.get(override("")).body().at("/items/0/date").asString()).isEqualTo("2027-03-29");
        assertThat(api.get(override("")).body().at("/items/0/shifts/0/start").asString())
                .startsWith("13:00");

        Answer lifted = api.delete(override("2027-03-29"), "If-Match", put.etag());

        assertThat(lifted.etag()).isEqualTo("\"4\"");
        assertThat(clinic.announced(mira, 4).workingTime())
                .isEqualTo(clinic.announced(mira, 2).workingTime());
        assertThat(api.delete(override("2027-03-29"), "If-Match", "\"4\"").code())
                .isEqualTo("unknown-override");
    }

    @Test
    void anOverrideIsPutOverTheVersionThatWasSeen() {
        assertThat(api.put(override("2027-03-29"), shifts("13:00", "15:00")).status())
                .isEqualTo(428);
        assertThat(api.put(override("2027-03-29"), shifts("13:00", "15:00"), "If-Match", "\"1\"")
                        .code())
                .isEqualTo("version-mismatch");
        assertThat(api.put(override("2027-03-29"), shifts("13:01", "15:00"), "If-Match", etag())
                        .code())
                .isEqualTo("shift-off-grid");
        assertThat(api.delete(override("2027-03-29")).status()).isEqualTo(428);
        assertThat(etag()).isEqualTo("\"2\"");
    }

    @Test
    void onlyWhoAnswersForAllPlacesTakesATherapistOffOrChangesADate() {
        LocationId newYork = clinic.opened(Clinic.newYork());
        mira = clinic.employed(Clinic.mira(berlin, newYork));
        Http manager = Http.at(port).as(Tokens.of(Role.MANAGER, berlin));

        assertThat(manager.post(timeOff(), MONDAY_MORNING).code()).isEqualTo("location-not-yours");
        assertThat(manager.put(override("2027-03-29"), shifts("13:00", "15:00"), "If-Match", "\"1\"")
                        .code())
                .isEqualTo("location-not-yours");
        assertThat(Http.at(port)
                        .as(Tokens.of(Role.FRONT_DESK, berlin))
                        .post(timeOff(), MONDAY_MORNING)
                        .code())
                .isEqualTo("role-not-allowed");
        assertThat(Http.at(port)
                        .as(Tokens.of(Role.MANAGER, berlin, newYork))
                        .post(timeOff(), MONDAY_MORNING)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void therapistsReadTheirOwnScheduleAndNobodyElses() {
        assertThat(api.post(timeOff(), MONDAY_MORNING).status()).isEqualTo(201);
        Http own = Http.at(port).as(Tokens.of(Role.THERAPIST, mira.toString(), berlin));
        Http other = Http.at(port).as(Tokens.of(Role.THERAPIST, berlin));
        Http elsewhere = Http.at(port).as(Tokens.of(Role.FRONT_DESK, clinic.opened(Clinic.newYork())));

        assertThat(own.get(timeOff()).body().path("items")).hasSize(1);
        assertThat(own.get(override("")).status()).isEqualTo(200);
        assertThat(other.get(timeOff()).code()).isEqualTo("schedule-not-yours");
        assertThat(elsewhere.get(timeOff()).code()).isEqualTo("unknown-therapist");
    }

    @Test
    void theWorkdayShowsWhoIsThereByNameWithTheirTimeAndTimesOff() {
        CreateTherapist like = Clinic.mira(berlin);
        TherapistId anna =
                clinic.employed(new CreateTherapist("Anna", like.gender(), like.skills(), null, like.locations()));
        assertThat(api.post(timeOff(), MONDAY_MORNING).status()).isEqualTo(201);
        String monday = "?from=2027-03-29T00:00:00%2B02:00&to=2027-03-30T00:00:00%2B02:00";

        Answer workday = Http.at(port)
                .as(Tokens.of(Role.THERAPIST, berlin))
                .get(Clinic.LOCATIONS + "/" + berlin + "/workday" + monday);

        assertThat(workday.status()).as("%s", workday).isEqualTo(200);
        assertThat(workday.body().at("/items/0/therapistId").asString()).isEqualTo(anna.toString());
        assertThat(workday.body().at("/items/0/working")).isEmpty();
        assertThat(workday.body().at("/items/1/name").asString()).isEqualTo("Mira");
        assertThat(workday.body().at("/items/1/working/0/start").asString()).startsWith("2027-03-29T08:00");
        assertThat(workday.body().at("/items/1/off/0/end").asString()).startsWith("2027-03-29T08:00");
        assertThat(Http.at(port)
                        .as(Tokens.of(Role.FRONT_DESK, clinic.opened(Clinic.newYork())))
                        .get(Clinic.LOCATIONS + "/" + berlin + "/workday" + monday)
                        .code())
                .isEqualTo("unknown-location");
        assertThat(api.get(Clinic.LOCATIONS + "/" + berlin
                                + "/workday?from=2027-03-01T00:00:00Z&to=2027-03-09T00:05:00Z")
                        .code())
                .isEqualTo("range-too-long");
    }

    @Test
    void theOtherServicesLookUpOnePlaceAndOneTherapistOnly() {
        Http service = Http.at(port).as(Tokens.of(Role.SERVICE, "front-desk"));

        assertThat(service.get(Clinic.LOCATIONS + "/" + berlin).status()).isEqualTo(200);
        assertThat(service.get(Clinic.THERAPISTS + "/" + mira).status()).isEqualTo(200);
        assertThat(service.get(Clinic.THERAPISTS).code()).isEqualTo("forbidden");
        assertThat(service.get(timeOff()).code()).isEqualTo("forbidden");
    }

    private List<Long> versions() {
        return topics.read(Topics.THERAPISTS, mira.toString()).stream()
                .flatMap(record -> events.read(record, TherapistEvent.class).stream())
                .map(ReceivedEvent::sequence)
                .toList();
    }

    private PutOverride shifts(String start, String end) {
        return new PutOverride(List.of(new DayShift(berlin, LocalTime.parse(start), LocalTime.parse(end))));
    }

    private String timeOff() {
        return Clinic.THERAPISTS + "/" + mira + "/time-off";
    }

    private String override(String date) {
        return Clinic.THERAPISTS + "/" + mira + "/overrides" + (date.isEmpty() ? "" : "/" + date);
    }

    private String etag() {
        return api.get(Clinic.THERAPISTS + "/" + mira).etag();
    }

    private WorkingTime at(String start, String end) {
        return new WorkingTime(berlin, new TimeRange(Instant.parse(start), Instant.parse(end)));
    }
}
