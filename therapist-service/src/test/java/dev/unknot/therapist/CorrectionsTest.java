package dev.unknot.therapist;

import static dev.unknot.therapist.Clinic.shift;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.location.CreateRoom;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.location.PutLocationParticulars;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.location.RoomView;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.PutOverride;
import dev.unknot.common.therapist.PutTherapistParticulars;
import dev.unknot.common.therapist.PutWorkplaces;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.TherapistView;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.LastDay;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Names, places and ends of what was entered once. */
@ServiceTest
class CorrectionsTest {

    /** Noon in Berlin on the Friday before its clocks go forward. */
    private static final Instant FRIDAY_NOON = Instant.parse("2027-03-26T11:00:00Z");

    private static final PutLocationParticulars CORRECTED =
            new PutLocationParticulars("Berlin Mitte am Wasser", "+49 30 7654321", "wasser@example.org");

    @Autowired
    private MovableClock clock;

    @Autowired
    private TopicReader topics;

    @Autowired
    private Events events;

    @LocalServerPort
    private int port;

    private Http api;
    private Clinic clinic;
    private LocationId berlin;
    private LocationId newYork;

    @BeforeEach
    void twoPlaces() {
        clock.set(FRIDAY_NOON);
        api = Http.at(port).as(Tokens.owner());
        clinic = new Clinic(api, topics, events);
        berlin = clinic.opened(Clinic.berlin());
        newYork = clinic.opened(Clinic.newYork());
    }

    @Test
    void aLocationsNameAndPhoneAreCorrected() {
        String particulars = Clinic.LOCATIONS + "/" + berlin + "/particulars";

        Answer answer = managerOf(berlin).put(particulars, CORRECTED, "If-Match", "\"1\"");

        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(answer.etag()).isEqualTo("\"2\"");
        assertThat(answer.body(LocationView.class))
                .extracting(LocationView::name, LocationView::phone, LocationView::email)
                .containsExactly(CORRECTED.name(), CORRECTED.phone(), CORRECTED.email());
        assertThat(clinic.announced(berlin, 2).name()).isEqualTo(CORRECTED.name());
        assertThat(clinic.announced(berlin, 2).phone()).isEqualTo(CORRECTED.phone());
        assertThat(api.put(particulars, CORRECTED).status()).isEqualTo(428);
        assertThat(api.put(particulars, CORRECTED, "If-Match", "\"1\"").code()).isEqualTo("version-mismatch");
        assertThat(managerOf(newYork)
                        .put(particulars, CORRECTED, "If-Match", "\"2\"")
                        .code())
                .isEqualTo("location-not-yours");
        Answer nameless =
                api.put(particulars, new PutLocationParticulars(" ", "+49 30 7654321", null), "If-Match", "\"2\"");
        assertThat(nameless.code()).isEqualTo("invalid-request");
        assertThat(nameless.body().at("/errors/0/field").asString()).isEqualTo("name");
        Answer mute = api.put(particulars, new PutLocationParticulars("Mitte", "call me", null), "If-Match", "\"2\"");
        assertThat(mute.status()).isEqualTo(422);
        assertThat(mute.body().at("/errors/0/field").asString()).isEqualTo("phone");
        assertThat(api.get("/api/v1/audit?subject=" + berlin)
                        .body()
                        .at("/items/0/outcome")
                        .asString())
                .isEqualTo("CHANGED");
    }

    @Test
    void aTherapistsNameAndGenderAreCorrectedByWhoAnswersForAllTheirPlaces() {
        TherapistId mira = clinic.employed(Clinic.mira(berlin, newYork));
        String particulars = Clinic.THERAPISTS + "/" + mira + "/particulars";
        PutTherapistParticulars mirja = new PutTherapistParticulars("Mirja", Gender.DIVERSE);

        assertThat(managerOf(berlin)
                        .put(particulars, mirja, "If-Match", "\"1\"")
                        .code())
                .isEqualTo("location-not-yours");
        Answer answer = api.put(particulars, mirja, "If-Match", "\"1\"");

        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(answer.body(TherapistView.class).name()).isEqualTo("Mirja");
        assertThat(clinic.announced(mira, 2).name()).isEqualTo("Mirja");
        assertThat(clinic.announced(mira, 2).gender()).isEqualTo(Gender.DIVERSE);
        assertThat(api.put(particulars, mirja, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(Http.at(port)
                        .as(Tokens.of(Role.FRONT_DESK, berlin, newYork))
                        .put(particulars, mirja, "If-Match", "\"2\"")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aPlaceThatIsLeftIsNotWorkedAtFromNowOnAndIsAgainWhenTheyComeBack() {
        TherapistId mira = clinic.employed(Clinic.mira(berlin, newYork));
        assertThat(clinic.putWeek(
                                mira,
                                "2027-01-01",
                                shift(berlin, FRIDAY, "09:00", "12:00"),
                                shift(newYork, MONDAY, "09:00", "12:00"))
                        .status())
                .isEqualTo(200);
        String places = Clinic.THERAPISTS + "/" + mira + "/locations";

        Answer left = api.put(places, new PutWorkplaces(Set.of(newYork)), "If-Match", "\"2\"");

        assertThat(left.status()).as("%s", left).isEqualTo(200);
        assertThat(left.body(TherapistView.class).locations()).containsExactly(newYork);
        assertThat(clinic.announced(mira, 3).workingTime())
                .extracting(WorkingTime::locationId)
                .isNotEmpty()
                .containsOnly(newYork);
        assertThat(managerOf(berlin).get(Clinic.THERAPISTS + "/" + mira).status())
                .isEqualTo(404);
        assertThat(workday(berlin, "2027-03-26"))
                .as("what was worked this morning is still told")
                .containsExactly("2027-03-26T08:00:00Z");
        assertThat(workday(berlin, "2027-04-02")).isEmpty();
        assertThat(clinic.putWeek(mira, "2027-04-01", shift(berlin, FRIDAY, "09:00", "12:00"))
                        .code())
                .isEqualTo("not-employed-there");

        assertThat(api.put(places, new PutWorkplaces(Set.of(berlin, newYork)), "If-Match", "\"3\"")
                        .status())
                .isEqualTo(200);
        assertThat(clinic.announced(mira, 4).workingTime())
                .isEqualTo(clinic.announced(mira, 2).workingTime());
    }

    @Test
    void whoHasLeftAPlaceGetsOtherWeeksAndDaysAsBefore() {
        TherapistId mira = clinic.employed(Clinic.mira(berlin, newYork));
        String path = Clinic.THERAPISTS + "/" + mira;
        assertThat(clinic.putWeek(mira, "2027-01-01", shift(berlin, FRIDAY, "14:00", "20:00"))
                        .status())
                .isEqualTo(200);
        assertThat(api.put(path + "/locations", new PutWorkplaces(Set.of(newYork)), "If-Match", "\"2\"")
                        .status())
                .isEqualTo(200);

        Answer week = clinic.putWeek(mira, "2027-03-26", shift(newYork, FRIDAY, "09:00", "12:00"));
        Answer later = clinic.putWeek(mira, "2027-06-01", shift(newYork, MONDAY, "09:00", "12:00"));
        PutOverride saturday = new PutOverride(
                List.of(new PutOverride.DayShift(newYork, LocalTime.parse("21:00"), LocalTime.parse("23:00"))));
        Answer day = api.put(path + "/overrides/2027-03-27", saturday, "If-Match", "\"5\"");
        Answer lifted = api.delete(path + "/overrides/2027-03-27", "If-Match", "\"6\"");
        Answer withdrawn = api.delete(path + "/patterns/2027-06-01", "If-Match", "\"7\"");

        assertThat(List.of(week, later, day, lifted, withdrawn))
                .allSatisfy(
                        answer -> assertThat(answer.status()).as("%s", answer).isEqualTo(200));
        assertThat(clinic.announced(mira, 8).workingTime())
                .extracting(WorkingTime::during)
                .first()
                .isEqualTo(range("2027-03-26T13:00:00Z", "2027-03-26T16:00:00Z"));
    }

    @Test
    void aManagerChangesOnlyWhetherSomebodyWorksAtTheirOwnPlaces() {
        TherapistId mira = clinic.employed(Clinic.mira(berlin, newYork));
        LocationId potsdam = clinic.opened(Clinic.berlin());
        String places = Clinic.THERAPISTS + "/" + mira + "/locations";
        Http manager = Http.at(port).as(Tokens.of(Role.MANAGER, berlin, potsdam));

        Answer foreign = manager.put(places, new PutWorkplaces(Set.of(berlin)), "If-Match", "\"1\"");
        assertThat(foreign.code()).isEqualTo("location-not-yours");
        assertThat(foreign.body().at("/errors/0/field").asString()).isEqualTo("locations");
        assertThat(api.put(places, new PutWorkplaces(Set.of(berlin, new LocationId(mira.value()))), "If-Match", "\"1\"")
                        .code())
                .isEqualTo("unknown-location");
        assertThat(api.put(places, new PutWorkplaces(Set.of()), "If-Match", "\"1\"")
                        .code())
                .isEqualTo("invalid-request");
        assertThat(manager.put(places, new PutWorkplaces(Set.of(potsdam, newYork)), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoLeavesWorksTheirLastDayAndIsGoneOnTheNext() {
        TherapistId mira = clinic.employed(Clinic.mira(berlin));
        assertThat(clinic.putWeek(
                                mira,
                                "2027-01-01",
                                shift(berlin, FRIDAY, "09:00", "12:00"),
                                shift(berlin, MONDAY, "09:00", "12:00"))
                        .status())
                .isEqualTo(200);
        String leaving = Clinic.THERAPISTS + "/" + mira + "/leaving";
        LocalDate monday = LocalDate.of(2027, 3, 29);

        Answer answer = managerOf(berlin).put(leaving, new LastDay(monday), "If-Match", "\"2\"");

        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(answer.body(TherapistView.class).lastDay()).isEqualTo(monday);
        assertThat(answer.body(TherapistView.class).state()).isEqualTo(TherapistState.ACTIVE);
        TherapistSnapshot announced = clinic.announced(mira, 3);
        assertThat(announced.state()).isEqualTo(TherapistState.ACTIVE);
        assertThat(announced.lastDay()).isEqualTo(monday);
        assertThat(announced.workingTime())
                .extracting(WorkingTime::during)
                .containsExactly(
                        range("2027-03-26T08:00:00Z", "2027-03-26T11:00:00Z"),
                        range("2027-03-29T07:00:00Z", "2027-03-29T10:00:00Z"));

        clock.moveBy(Duration.ofDays(4));

        assertThat(clinic.announced(mira, 4).state()).isEqualTo(TherapistState.LEFT);
        assertThat(api.get(Clinic.THERAPISTS + "/" + mira)
                        .body(TherapistView.class)
                        .state())
                .isEqualTo(TherapistState.LEFT);
        assertThat(workday(berlin, "2027-03-29")).containsExactly("2027-03-29T07:00:00Z");
        assertThat(workday(berlin, "2027-04-02")).isEmpty();
        assertThat(api.get(Clinic.LOCATIONS + "/" + berlin
                                + "/workday?from=2027-04-02T00:00:00Z&to=2027-04-03T00:00:00Z")
                        .body()
                        .path("items"))
                .as("who has left is no longer listed")
                .isEmpty();
    }

    @Test
    void aLeavingIsTakenBack() {
        TherapistId mira = clinic.employed(Clinic.mira(berlin));
        assertThat(clinic.putWeek(mira, "2027-01-01", shift(berlin, FRIDAY, "09:00", "12:00"))
                        .status())
                .isEqualTo(200);
        String leaving = Clinic.THERAPISTS + "/" + mira + "/leaving";
        assertThat(api.put(leaving, new LastDay(LocalDate.of(2027, 3, 1)), "If-Match", "\"2\"")
                        .body(TherapistView.class)
                        .state())
                .isEqualTo(TherapistState.LEFT);
        assertThat(clinic.announced(mira, 3).workingTime()).isEmpty();

        Answer back = api.delete(leaving, "If-Match", "\"3\"");

        assertThat(back.status()).as("%s", back).isEqualTo(200);
        assertThat(back.body(TherapistView.class).lastDay()).isNull();
        assertThat(clinic.announced(mira, 4).state()).isEqualTo(TherapistState.ACTIVE);
        assertThat(clinic.announced(mira, 4).workingTime())
                .isEqualTo(clinic.announced(mira, 2).workingTime());
        assertThat(api.delete(leaving, "If-Match", "\"4\"").etag())
                .as("there is nothing left to take back")
                .isEqualTo("\"4\"");
        assertThat(api.put(leaving, new LastDay(LocalDate.of(9999, 1, 1)), "If-Match", "\"4\"")
                        .code())
                .isEqualTo("invalid-request");
        assertThat(managerOf(newYork).delete(leaving, "If-Match", "\"4\"").code())
                .isEqualTo("unknown-therapist");
    }

    @Test
    void aRoomIsPutAnewUnderTheLocationsVersion() {
        String room = room(berlin);
        CreateRoom twin = new CreateRoom("Twin room", Set.of("table"), 2, 15);

        Answer answer = managerOf(berlin).put(room, twin, "If-Match", "\"2\"");

        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(answer.etag()).isEqualTo("\"3\"");
        assertThat(api.get(room).body()).isEqualTo(answer.body());
        RoomSnapshot announced = clinic.announced(berlin, 3).rooms().getFirst();
        assertThat(announced.name()).isEqualTo("Twin room");
        assertThat(announced.capabilities()).containsExactly("table");
        assertThat(announced.places()).isEqualTo(2);
        assertThat(announced.turnoverMinutes()).isEqualTo(15);
        assertThat(api.put(room, twin, "If-Match", "\"2\"").status()).isEqualTo(412);
        assertThat(api.put(room, new CreateRoom("Twin", Set.of(), 2, 7), "If-Match", "\"3\"")
                        .code())
                .isEqualTo("turnover-off-grid");
        assertThat(managerOf(newYork).put(room, twin, "If-Match", "\"3\"").code())
                .isEqualTo("location-not-yours");
        assertThat(api.put(
                                Clinic.LOCATIONS + "/" + newYork + room.substring(room.indexOf("/rooms")),
                                twin,
                                "If-Match",
                                "\"1\"")
                        .code())
                .isEqualTo("unknown-room");
    }

    @Test
    void aRoomIsWithdrawnForGoodAfterItsLastDayAndPutBack() {
        String room = room(berlin);
        LocalDate saturday = LocalDate.of(2027, 3, 27);

        Answer withdrawn = api.put(room + "/withdrawal", new LastDay(saturday), "If-Match", "\"2\"");

        assertThat(withdrawn.status()).as("%s", withdrawn).isEqualTo(200);
        assertThat(withdrawn.body(RoomView.class).lastDay()).isEqualTo(saturday);
        assertThat(clinic.announced(berlin, 3).rooms().getFirst().outages())
                .as("from midnight to the horizon")
                .containsExactly(range("2027-03-27T23:00:00Z", "2027-09-22T22:00:00Z"));

        clock.moveBy(Duration.ofDays(1));

        assertThat(clinic.announced(berlin, 4).rooms().getFirst().outages())
                .as("it stays out of use as the horizon goes on")
                .containsExactly(range("2027-03-27T23:00:00Z", "2027-09-23T22:00:00Z"));
        assertThat(api.delete(room + "/withdrawal", "If-Match", "\"4\"")
                        .body(RoomView.class)
                        .lastDay())
                .isNull();
        assertThat(clinic.announced(berlin, 5).rooms().getFirst().outages()).isEmpty();
        assertThat(api.delete(room + "/withdrawal", "If-Match", "\"5\"").etag())
                .as("there is nothing left to take back")
                .isEqualTo("\"5\"");
    }

    /** Version 2 of the location. */
    private String room(LocationId location) {
        return Clinic.LOCATIONS + "/" + location + "/rooms/"
                + api.post(Clinic.LOCATIONS + "/" + location + "/rooms", Clinic.quietRoom())
                        .createdId();
    }

    /** Starts of what is worked there on that day. */
    private List<String> workday(LocationId location, String day) {
        return api.get(Clinic.LOCATIONS + "/" + location + "/workday?from=" + day + "T00:00:00Z&to=" + day
                        + "T23:00:00Z")
                .body()
                .path("items")
                .valueStream()
                .flatMap(therapist -> therapist.path("working").valueStream())
                .map(range -> Instant.parse(range.path("start").asString()).toString())
                .toList();
    }

    private Http managerOf(LocationId location) {
        return Http.at(port).as(Tokens.of(Role.MANAGER, location));
    }

    private static TimeRange range(String start, String end) {
        return new TimeRange(Instant.parse(start), Instant.parse(end));
    }
}
