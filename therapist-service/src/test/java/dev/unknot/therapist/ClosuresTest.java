package dev.unknot.therapist;

import static dev.unknot.therapist.Clinic.shift;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.common.access.Role;
import dev.unknot.common.location.CloseFor;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Days on which a location stays closed, and rooms that are out of use. */
@ServiceTest(properties = "unknot.horizon.look-every=PT0.2S")
class ClosuresTest {

    /** Noon in Berlin on a Friday. */
    private static final Instant FRIDAY_NOON = Instant.parse("2027-03-26T11:00:00Z");

    private static final TimeRange MONDAY_MORNING =
            new TimeRange(Instant.parse("2027-03-29T06:00:00Z"), Instant.parse("2027-03-29T08:00:00Z"));

    private static final CloseFor CLOSED = new CloseFor(MONDAY_MORNING.start(), MONDAY_MORNING.end(), "public-holiday");

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

    @BeforeEach
    void berlinIsOpenOnWeekdays() {
        clock.set(FRIDAY_NOON);
        api = Http.at(port).as(Tokens.owner());
        clinic = new Clinic(api, topics, events);
        berlin = clinic.opened(Clinic.berlin());
    }

    @Test
    void aClosureIsCutOutOfTheOpeningHoursAndLiftedReturnsThem() {
        Answer closed = api.post(closures(), CLOSED);

        assertThat(closed.status()).as("%s", closed).isEqualTo(201);
        assertThat(closed.etag()).isEqualTo("\"2\"");
        assertThat(clinic.announced(berlin, 1).open()).anyMatch(open -> open.overlaps(MONDAY_MORNING));
        assertThat(clinic.announced(berlin, 2).open())
                .noneMatch(open -> open.overlaps(MONDAY_MORNING))
                .anyMatch(open -> open.start().equals(MONDAY_MORNING.end()));
        assertThat(clinic.announced(berlin, 1).closed()).isEmpty();
        assertThat(clinic.announced(berlin, 2).closed()).containsExactly(MONDAY_MORNING);
        String path = closures() + "/" + closed.createdId();
        assertThat(api.get(path).body()).isEqualTo(closed.body());

        assertThat(api.delete(path).status()).isEqualTo(204);

        assertThat(clinic.announced(berlin, 3).open())
                .isEqualTo(clinic.announced(berlin, 1).open());
        assertThat(clinic.announced(berlin, 3).closed()).isEmpty();
        assertThat(api.delete(path).code()).isEqualTo("unknown-closure");
    }

    @Test
    void whoWorksThereIsAnnouncedWithoutTheClosedTime() {
        TherapistId mira = clinic.employed(Clinic.mira(berlin));
        assertThat(clinic.putWeek(mira, "2027-01-01", shift(berlin, MONDAY, "09:00", "12:00"))
                        .status())
                .isEqualTo(200);

        assertThat(api.post(closures(), CLOSED).status()).isEqualTo(201);

        assertThat(clinic.announced(mira, 3).workingTime())
                .first()
                .isEqualTo(new WorkingTime(
                        berlin, new TimeRange(MONDAY_MORNING.end(), Instant.parse("2027-03-29T10:00:00Z"))));
        assertThat(clinic.announced(mira, 3).closed())
                .as("of the shift, which begins at nine in Berlin")
                .containsExactly(new WorkingTime(
                        berlin, new TimeRange(Instant.parse("2027-03-29T07:00:00Z"), MONDAY_MORNING.end())));
    }

    @Test
    void anOutageOfARoomIsAnnouncedWithItAndLeavesTheLocationOpen() {
        Answer room = api.post(Clinic.LOCATIONS + "/" + berlin + "/rooms", Clinic.quietRoom());
        String outages = Clinic.LOCATIONS + "/" + berlin + "/rooms/" + room.createdId() + "/outages";

        Answer out = api.post(outages, CLOSED);

        assertThat(out.status()).as("%s", out).isEqualTo(201);
        assertThat(clinic.announced(berlin, 3).rooms())
                .singleElement()
                .extracting(RoomSnapshot::outages)
                .isEqualTo(List.of(MONDAY_MORNING));
        assertThat(clinic.announced(berlin, 3).open())
                .isEqualTo(clinic.announced(berlin, 1).open());
        assertThat(api.get(outages + "?from=2027-03-29T07:55:00Z").body().path("items"))
                .hasSize(1);
        assertThat(api.get(outages + "?from=2027-03-29T08:00:00Z").body().path("items"))
                .isEmpty();
        assertThat(api.get(closures()).body().path("items")).isEmpty();
        assertThat(api.delete(outages + "/" + out.createdId()).status()).isEqualTo(204);
        assertThat(clinic.announced(berlin, 4).rooms())
                .allSatisfy(each -> assertThat(each.outages()).isEmpty());
    }

    @Test
    void closuresOfOnePlaceDoNotOverlapButMayTouch() {
        assertThat(api.post(closures(), CLOSED).status()).isEqualTo(201);

        Answer overlapping =
                api.post(closures(), new CloseFor(MONDAY_MORNING.start().minusSeconds(3600), CLOSED.end(), "repair"));
        Answer touching =
                api.post(closures(), new CloseFor(CLOSED.end(), CLOSED.end().plusSeconds(300), "repair"));

        assertThat(overlapping.code()).isEqualTo("closure-overlaps");
        assertThat(touching.status()).isEqualTo(201);
        assertThatThrownBy(() -> database.sql("""
                        INSERT INTO closures SELECT gen_random_uuid(), location_id, room_id, starts, ends, cause
                        FROM closures WHERE location_id = ?""").param(berlin.value()).update())
                .hasMessageContaining("closures_do_not_overlap");
    }

    @Test
    void onlyWhoAnswersForALocationClosesIt() {
        LocationId newYork = clinic.opened(Clinic.newYork());

        assertThat(Http.at(port)
                        .as(Tokens.of(Role.MANAGER, newYork))
                        .post(closures(), CLOSED)
                        .code())
                .isEqualTo("location-not-yours");
        assertThat(Http.at(port)
                        .as(Tokens.of(Role.FRONT_DESK, berlin))
                        .post(closures(), CLOSED)
                        .code())
                .isEqualTo("role-not-allowed");
        assertThat(api.post(
                                closures(),
                                new CloseFor(CLOSED.start(), CLOSED.end().plusSeconds(60), "repair"))
                        .code())
                .isEqualTo("closure-off-grid");
    }

    private String closures() {
        return Clinic.LOCATIONS + "/" + berlin + "/closures";
    }
}
