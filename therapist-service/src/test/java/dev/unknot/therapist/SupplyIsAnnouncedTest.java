package dev.unknot.therapist;

import static dev.unknot.therapist.Clinic.shift;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.event.Topics;
import dev.unknot.common.location.Address;
import dev.unknot.common.location.LocationEvent;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.location.PutOpeningHours;
import dev.unknot.common.location.RoomView;
import dev.unknot.common.therapist.PutQualification;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistView;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.event.ReceivedEvent;
import dev.unknot.platform.outbox.Outbox;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.therapist.diary.Appointments;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest(properties = "unknot.horizon.look-every=PT0.2S")
class SupplyIsAnnouncedTest {

    /** Noon in Berlin on the Friday before its clocks go forward. */
    private static final Instant FRIDAY_NOON = Instant.parse("2027-03-26T11:00:00Z");

    @Autowired
    private MovableClock clock;

    @Autowired
    private TopicReader topics;

    @Autowired
    private Events events;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Attempts attempts;

    @LocalServerPort
    private int port;

    private Http api;
    private Clinic clinic;

    @BeforeEach
    void isFridayNoonInBerlin() {
        clock.set(FRIDAY_NOON);
        api = Http.at(port).as(Tokens.owner());
        clinic = new Clinic(api, topics, events);
    }

    @Test
    void aLocationIsAnnouncedWithItsOpeningHoursAsInstantsThroughTheChangeOfTheClocks() {
        Answer answer = api.post(Clinic.LOCATIONS, Clinic.at(52.4999, 13.4186));
        LocationView berlin = answer.body(LocationView.class);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.etag()).isEqualTo("\"1\"");
        assertThat(berlin.openingHours()).isEqualTo(Clinic.week());
        assertThat(api.get(Clinic.LOCATIONS + "/" + berlin.id()).body(LocationView.class))
                .isEqualTo(berlin);

        LocationSnapshot snapshot = clinic.announced(berlin.id(), 1);
        assertThat(snapshot.address()).isEqualTo(berlin.address());
        assertThat(snapshot.address().longitude()).isEqualTo(13.4186);
        assertThat(snapshot.horizon()).isEqualTo(range("2027-03-25T23:00:00Z", "2027-09-22T22:00:00Z"));
        assertThat(snapshot.open().subList(0, 3))
                .containsExactly(
                        range("2027-03-26T07:00:00Z", "2027-03-26T19:00:00Z"),
                        range("2027-03-27T19:00:00Z", "2027-03-28T04:00:00Z"),
                        range("2027-03-29T06:00:00Z", "2027-03-29T18:00:00Z"));
    }

    @Test
    void aRoomRaisesTheVersionOfItsLocation() {
        LocationId berlin = clinic.opened(Clinic.berlin());
        String rooms = Clinic.LOCATIONS + "/" + berlin + "/rooms";

        Answer answer = api.post(rooms, Clinic.quietRoom());
        RoomView room = answer.body(RoomView.class);

        assertThat(answer.etag()).isEqualTo("\"2\"");
        assertThat(api.get(rooms).body().path("items")).hasSize(1);
        assertThat(api.get(rooms + "/" + answer.createdId()).body(RoomView.class))
                .isEqualTo(room);
        assertThat(clinic.announced(berlin, 2).rooms()).singleElement().satisfies(announced -> {
            assertThat(announced.id()).isEqualTo(room.id());
            assertThat(announced.capabilities()).containsExactlyInAnyOrder("table", "hydro");
            assertThat(announced.turnoverMinutes()).isEqualTo(10);
        });
    }

    @Test
    void aRoomSentTwiceUnderOneKeyIsBuiltOnce() {
        LocationId berlin = clinic.opened(Clinic.berlin());
        String rooms = Clinic.LOCATIONS + "/" + berlin + "/rooms";

        Answer first = api.post(rooms, Clinic.quietRoom(), "Idempotency-Key", "room-1");
        Answer second = api.post(rooms, Clinic.quietRoom(), "Idempotency-Key", "room-1");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(api.get(rooms).body().path("items")).hasSize(1);
    }

    @Test
    void aWeekIsAnnouncedAsWorkingTimeInsideTheOpeningHours() {
        LocationId berlin = clinic.opened(Clinic.berlin());
        TherapistId mira = clinic.employed(Clinic.mira(berlin));
        assertThat(clinic.announced(mira, 1).workingTime()).isEmpty();

        Answer answer = clinic.putWeek(
                mira,
                "2027-01-01",
                shift(berlin, FRIDAY, "06:00", "12:00"),
                shift(berlin, SATURDAY, "22:00", "05:00"),
                shift(berlin, SUNDAY, "09:00", "17:00"),
                shift(berlin, MONDAY, "13:00", "21:00"));

        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(answer.etag()).isEqualTo("\"2\"");
        assertThat(answer.body(TherapistView.class).patterns().getFirst().shifts())
                .hasSize(4);
        TherapistSnapshot snapshot = clinic.announced(mira, 2);
        assertThat(snapshot.skills()).containsExactlyInAnyOrder("swedish", "deep-tissue");
        assertThat(snapshot.horizon()).isEqualTo(range("2027-03-25T23:00:00Z", "2027-09-22T22:00:00Z"));
        assertThat(snapshot.workingTime().subList(0, 3))
                .as("from opening; six hours of Saturday night, of which the clock skips one; until closing")
                .containsExactly(
                        new WorkingTime(berlin, range("2027-03-26T07:00:00Z", "2027-03-26T11:00:00Z")),
                        new WorkingTime(berlin, range("2027-03-27T21:00:00Z", "2027-03-28T03:00:00Z")),
                        new WorkingTime(berlin, range("2027-03-29T11:00:00Z", "2027-03-29T18:00:00Z")));
    }

    @Test
    void aPatternPutAgainTakesThePlaceOfTheOld() {
        LocationId berlin = clinic.opened(Clinic.berlin());
        TherapistId mira = clinic.employed(Clinic.mira(berlin));
        assertThat(clinic.putWeek(mira, "2027-01-01", shift(berlin, MONDAY, "09:00", "12:00"))
                        .status())
                .isEqualTo(200);

        Answer answer = clinic.putWeek(mira, "2027-01-01", shift(berlin, MONDAY, "10:00", "13:00"));

        assertThat(answer.body(TherapistView.class).patterns())
                .singleElement()
                .satisfies(pattern ->
                        assertThat(pattern.shifts()).containsExactly(shift(berlin, MONDAY, "10:00", "13:00")));
        assertThat(api.get(Clinic.THERAPISTS + "/" + mira).body()).isEqualTo(answer.body());
    }

    @Test
    void whoWorksInTwoZonesHasAHorizonOverBoth() {
        LocationId berlin = clinic.opened(Clinic.berlin());
        LocationId newYork = clinic.opened(Clinic.newYork());
        TherapistId mira = clinic.employed(Clinic.mira(berlin, newYork));

        assertThat(clinic.putWeek(
                                mira,
                                "2027-03-29",
                                shift(berlin, MONDAY, "09:00", "12:00"),
                                shift(newYork, FRIDAY, "09:00", "12:00"))
                        .status())
                .isEqualTo(200);

        TherapistSnapshot snapshot = clinic.announced(mira, 2);
        assertThat(snapshot.horizon()).isEqualTo(range("2027-03-25T23:00:00Z", "2027-09-23T04:00:00Z"));
        assertThat(snapshot.workingTime().subList(0, 2))
                .containsExactly(
                        new WorkingTime(berlin, range("2027-03-29T07:00:00Z", "2027-03-29T10:00:00Z")),
                        new WorkingTime(newYork, range("2027-04-02T13:00:00Z", "2027-04-02T16:00:00Z")));
    }

    @Test
    void otherOpeningHoursChangeTheWorkingTimeOfWhoWorksThere() {
        LocationId berlin = clinic.opened(Clinic.berlin());
        TherapistId mira = clinic.employed(Clinic.mira(berlin));
        assertThat(clinic.putWeek(mira, "2027-01-01", shift(berlin, FRIDAY, "08:00", "20:00"))
                        .status())
                .isEqualTo(200);

        Answer answer = api.put(
                Clinic.LOCATIONS + "/" + berlin + "/opening-hours",
                new PutOpeningHours(List.of(Clinic.hours(FRIDAY, "10:00", "11:00"))),
                "If-Match",
                "\"1\"");

        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(clinic.announced(berlin, 2).open().getFirst())
                .isEqualTo(range("2027-03-26T09:00:00Z", "2027-03-26T10:00:00Z"));
        assertThat(clinic.announced(mira, 3).workingTime().getFirst().during())
                .isEqualTo(range("2027-03-26T09:00:00Z", "2027-03-26T10:00:00Z"));
    }

    @Test
    void aLocationThatMovesHouseIsAnnouncedWhereItIs() {
        LocationId berlin = clinic.opened(Clinic.berlin());
        String address = Clinic.LOCATIONS + "/" + berlin + "/address";
        Address there = Clinic.at(52.5, 13.5).address();

        Answer moved = api.put(address, there, "If-Match", "\"1\"");

        assertThat(moved.status()).as("%s", moved).isEqualTo(200);
        assertThat(moved.body(LocationView.class).address()).isEqualTo(there);
        assertThat(clinic.announced(berlin, 2).address()).isEqualTo(there);
        assertThat(api.put(address, there, "If-Match", "\"1\"").status()).isEqualTo(412);
    }

    @Test
    void otherSkillsAndAnotherEndOfTheLicenceAreAnnounced() {
        LocationId berlin = clinic.opened(Clinic.berlin());
        TherapistId mira = clinic.employed(Clinic.mira(berlin));
        assertThat(clinic.putWeek(mira, "2027-01-01", shift(berlin, FRIDAY, "08:00", "20:00"))
                        .status())
                .isEqualTo(200);
        String qualification = Clinic.THERAPISTS + "/" + mira + "/qualification";
        LocalDate may = LocalDate.of(2027, 5, 31);

        Answer answer = api.put(qualification, new PutQualification(Set.of("shiatsu"), may), "If-Match", "\"2\"");

        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(answer.body(TherapistView.class).skills()).containsExactly("shiatsu");
        TherapistSnapshot snapshot = clinic.announced(mira, 3);
        assertThat(snapshot.skills()).containsExactly("shiatsu");
        assertThat(snapshot.licensedUntil()).isEqualTo(may);
        assertThat(snapshot.workingTime()).isEqualTo(clinic.announced(mira, 2).workingTime());
        assertThat(api.put(qualification, new PutQualification(Set.of("shiatsu"), null), "If-Match", "\"2\"")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void theHorizonFollowsTheCalendarWhicheverWayTheClockIsMoved() {
        LocationId berlin = clinic.opened(Clinic.berlin());
        TherapistId mira = clinic.employed(Clinic.mira(berlin));

        clock.moveBy(Duration.ofHours(13));

        assertThat(clinic.announced(berlin, 2).horizon())
                .isEqualTo(range("2027-03-26T23:00:00Z", "2027-09-23T22:00:00Z"));
        assertThat(clinic.announced(mira, 2).horizon().end()).isEqualTo(Instant.parse("2027-09-23T22:00:00Z"));

        clock.moveBy(Duration.ofDays(-10));

        assertThat(clinic.announced(berlin, 3).horizon().start()).isEqualTo(Instant.parse("2027-03-16T23:00:00Z"));
        assertThat(clinic.announced(mira, 3).horizon().start()).isEqualTo(Instant.parse("2027-03-16T23:00:00Z"));
    }

    @Test
    void anAppointmentFromTheTopicIsInTheDiary() {
        String diary = Clinic.THERAPISTS + "/" + Appointments.MIRA
                + "/diary?from=2027-03-29T00:00:00Z&to=2027-03-30T00:00:00Z";
        var booked = Appointments.booked(
                Appointments.any(), Appointments.MIRA, Appointments.BERLIN, Instant.parse("2027-03-29T07:00:00Z"));

        var sent = attempts.<Boolean>run(() -> {
            outbox.announce(booked, 1, null);
            return true;
        });

        assertThat(sent).isTrue();
        Probe.waitUntil(
                "the diary shows it",
                () -> api.get(diary)
                        .body()
                        .at("/items/0/appointmentId")
                        .asString("")
                        .equals(booked.subject().toString()));
    }

    @Test
    void listsComeInPages() {
        LocationId berlin = clinic.opened(Clinic.berlin());
        TherapistId mira = clinic.employed(Clinic.mira(berlin));
        TherapistId second = clinic.employed(Clinic.mira(berlin));
        Http inBerlin = Http.at(port).as(Tokens.of(Role.FRONT_DESK, berlin));

        Answer first = inBerlin.get(Clinic.THERAPISTS + "?limit=1");
        String cursor = first.body().path("nextCursor").asString();
        Answer last = inBerlin.get(Clinic.THERAPISTS + "?limit=1&cursor=" + cursor);

        assertThat(first.body().at("/items/0/id").asString()).isEqualTo(mira.toString());
        assertThat(last.body().at("/items/0/id").asString()).isEqualTo(second.toString());
        assertThat(last.body().path("nextCursor").isNull()).isTrue();
        assertThat(inBerlin.get(Clinic.LOCATIONS).body().path("items")).hasSize(1);
    }

    @Test
    void everyVersionIsAnnouncedOnceAndInOrder() {
        LocationId berlin = clinic.opened(Clinic.berlin());
        for (int i = 0; i < 3; i++) {
            assertThat(api.post(Clinic.LOCATIONS + "/" + berlin + "/rooms", Clinic.quietRoom())
                            .status())
                    .isEqualTo(201);
        }
        assertThat(clinic.announced(berlin, 4).rooms()).hasSize(3);

        assertThat(topics.read(Topics.LOCATIONS, berlin.toString()))
                .flatExtracting(record -> events.read(record, LocationEvent.class).stream()
                        .map(ReceivedEvent::sequence)
                        .toList())
                .containsExactly(1L, 2L, 3L, 4L);
    }

    private static TimeRange range(String start, String end) {
        return new TimeRange(Instant.parse(start), Instant.parse(end));
    }
}
