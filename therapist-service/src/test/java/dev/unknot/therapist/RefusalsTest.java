package dev.unknot.therapist;

import static dev.unknot.therapist.Clinic.shift;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.common.access.Role;
import dev.unknot.common.location.Address;
import dev.unknot.common.location.CreateRoom;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.CreateTherapist;
import dev.unknot.common.therapist.PutPattern;
import dev.unknot.common.therapist.PutQualification;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.CommittedDescription;
import dev.unknot.platform.test.DescribedApi;
import dev.unknot.platform.test.FuzzedApi;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import dev.unknot.platform.test.Wire;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

// At midnight everything would be announced in one more version.
@ServiceTest(properties = "unknot.horizon.look-every=PT1H")
class RefusalsTest {

    @Autowired
    private TopicReader topics;

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient database;

    @Autowired
    private JsonMapper strict;

    @Autowired
    private Validator validator;

    @LocalServerPort
    private int port;

    private Http api;
    private Clinic clinic;
    private LocationId berlin;
    private LocationId newYork;

    @BeforeEach
    void twoPlaces() {
        api = Http.at(port).as(Tokens.owner());
        clinic = new Clinic(api, topics, events);
        berlin = clinic.opened(Clinic.berlin());
        newYork = clinic.opened(Clinic.newYork());
    }

    @Test
    void theDescriptionSaysWhatIsSoInFact() {
        assertThat(DescribedApi.faults(port, strict, validator)).isEmpty();
    }

    @Test
    void theDescriptionIsTheOneThatIsCommitted() {
        assertThat(CommittedDescription.difference(port)).isEmpty();
    }

    /** What is wrong with a request is told to whoever sent it, and what they typed is not written into the log. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whateverIsAskedWronglyIsRefusedInWords(CapturedOutput output) {
        assertThat(FuzzedApi.faults(port, Tokens.owner(), database, 13, 15)).isEmpty();
        assertThat(output.getAll()).doesNotContain(FuzzedApi.MARK);
    }

    @Test
    void openingHoursLieOnTheGridAndDoNotOverlapEvenAcrossSundayNight() {
        refused(
                api.post(
                        Clinic.LOCATIONS,
                        Clinic.in("Off", "Europe/Berlin", List.of(Clinic.hours(MONDAY, "08:01", "20:00")))),
                422,
                "opening-hours-off-grid",
                "Opening hours start and end on full five minutes, but were MONDAY 08:01–20:00.");
        refused(
                api.post(
                        Clinic.LOCATIONS,
                        Clinic.in(
                                "Twice",
                                "Europe/Berlin",
                                List.of(
                                        Clinic.hours(MONDAY, "05:00", "20:00"),
                                        Clinic.hours(SUNDAY, "20:00", "06:00")))),
                422,
                "opening-hours-overlap",
                "The opening hours SUNDAY 20:00–06:00 overlap others.");
    }

    @Test
    void aNameIsOnOneLineAndReadsAsItIsWritten() {
        for (var wrong : Map.of(
                        "Spa\nBcc: x", "must be on one line",
                        "\u2060", "must not be blank",
                        "Spa \u202Eaps", "must not contain characters that turn the direction of writing",
                        "Spa\u0007", "must not contain control characters")
                .entrySet()) {
            for (Answer answer : List.of(
                    api.post(
                            Clinic.LOCATIONS,
                            Clinic.in(
                                    wrong.getKey(), "Europe/Berlin", List.of(Clinic.hours(MONDAY, "08:00", "20:00")))),
                    api.post(
                            Clinic.LOCATIONS + "/" + berlin + "/rooms",
                            new CreateRoom(wrong.getKey(), Set.of(), 1, 0)))) {
                refused(answer, 400, "invalid-request", "The field name " + wrong.getValue() + ".");
                assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("name");
            }
        }
        assertThat(api.post(
                                Clinic.LOCATIONS + "/" + berlin + "/rooms",
                                new CreateRoom("👩‍⚕️ می‌خواهم", Set.of(), 1, 0))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aParameterOrAnAddressThatCannotBeReadIsRefused() {
        String token = "Authorization: Bearer " + Tokens.owner();
        assertThat(Wire.to(port)
                        .says("GET " + Clinic.LOCATIONS + "?cursor=%zz", token)
                        .code())
                .isEqualTo("invalid-parameter");
        assertThat(Wire.to(port).says("GET " + Clinic.LOCATIONS + "/%zz", token).code())
                .isEqualTo("invalid-request");
    }

    @Test
    void aLocationHasANumberThatClientsCanCall() {
        for (String none : List.of("call me", "<b>", "1", "030")) {
            Answer answer = api.post(Clinic.LOCATIONS, Clinic.reachedBy(none, "DE", "10117"));
            refused(
                    answer,
                    422,
                    "invalid-phone",
                    "This is neither a national phone number (Germany) nor one in international form, such as +43 660 1234567.");
            assertThat(answer.body().path("errors").path(0).path("field").asString())
                    .isEqualTo("phone");
        }
        assertThat(api.post(Clinic.LOCATIONS, Clinic.reachedBy("030 23125-100 ext. 7", "DE", "10117"))
                        .code())
                .isEqualTo("phone-extension");
        assertThat(api.post(Clinic.LOCATIONS, Clinic.reachedBy("030 23125-100", "DE", "10117"))
                        .body()
                        .path("phone")
                        .asString())
                .isEqualTo("+49 30 23125100");
    }

    @Test
    void anAddressIsInACountryAndHasAPostalCodeWhereThatHasThem() {
        for (String none : List.of("XX", "UK", "EU")) {
            assertThat(api.post(Clinic.LOCATIONS, Clinic.reachedBy("+49 30 1234567", none, "1"))
                            .code())
                    .isEqualTo("unknown-country");
        }
        for (String without : List.of("HK", "AE", "PA")) {
            Answer opened = api.post(Clinic.LOCATIONS, Clinic.reachedBy("+49 30 1234567", without, ""));
            assertThat(opened.status()).as("%s", opened).isEqualTo(201);
        }
        refused(
                api.post(Clinic.LOCATIONS, Clinic.reachedBy("+49 30 1234567", "DE", " ")),
                422,
                "postal-code-missing",
                "An address needs a postal code (Germany).");
        for (String code : List.of("ABC", "1070", "D-10999")) {
            refused(
                    api.post(Clinic.LOCATIONS, Clinic.reachedBy("+49 30 1234567", "DE", code)),
                    422,
                    "invalid-postal-code",
                    "This is not a postal code (Germany).");
        }
    }

    @Test
    void aZoneIsAPlaceWithAClock() {
        refused(
                api.post(Clinic.LOCATIONS, Clinic.in("Sea", "+02:00", Clinic.week())),
                422,
                "unknown-zone",
                "A zone is an IANA name such as Europe/Berlin, but was +02:00.");
    }

    @Test
    void coordinatesComeInPairsAndLieOnTheGlobe() {
        refused(
                api.post(Clinic.LOCATIONS, Clinic.at(52.5, null)),
                422,
                "coordinates-incomplete",
                "A point on the globe has a latitude and a longitude.");
        assertThat(api.post(Clinic.LOCATIONS, Clinic.at(90.5, 13.4)).code()).isEqualTo("invalid-request");
        assertThat(api.post(Clinic.LOCATIONS, Clinic.at(52.5, -181.0)).code()).isEqualTo("invalid-request");
    }

    @Test
    void aBodyThatLacksSomethingNamesIt() {
        Answer nameless = api.post(Clinic.LOCATIONS, "{\"zone\":\"Europe/Berlin\"}");

        assertThat(nameless.status()).isEqualTo(400);
        assertThat(nameless.code()).isEqualTo("invalid-request");
        assertThat(nameless.body().path("errors").findValuesAsString("field")).contains("name", "address");
        assertThat(api.post(Clinic.LOCATIONS, "{").code()).isEqualTo("malformed-json");
        assertThat(api.post(Clinic.LOCATIONS, "{\"colour\":1}").code()).isEqualTo("unknown-field");
    }

    @Test
    void aLicenceEndsInYearsThatCanBeReckonedWith() {
        CreateTherapist mira = Clinic.mira(berlin);

        Answer answer = api.post(
                Clinic.THERAPISTS,
                new CreateTherapist(
                        mira.name(), mira.gender(), mira.skills(), LocalDate.of(999_999_999, 1, 1), mira.locations()));

        refused(answer, 400, "invalid-request", "A licence ends in the years 1970 to 2199.");
        assertThat(answer.body().path("errors").findValuesAsString("field")).containsExactly("licensedUntil");
    }

    @Test
    void aTurnoverLiesOnTheGrid() {
        refused(
                api.post(roomsOf(berlin), new CreateRoom("Sauna", Set.of(), 1, 7)),
                422,
                "turnover-off-grid",
                "A turnover is a multiple of five minutes, but was 7.");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        LocationId nowhere = new LocationId(Ids.next());

        assertThat(api.get(Clinic.LOCATIONS + "/" + nowhere).code()).isEqualTo("unknown-location");
        assertThat(api.post(roomsOf(nowhere), Clinic.quietRoom()).status()).isEqualTo(404);
        assertThat(api.get(roomsOf(berlin) + "/" + nowhere).code()).isEqualTo("unknown-room");
        assertThat(api.get(Clinic.THERAPISTS + "/" + nowhere).code()).isEqualTo("unknown-therapist");
        refused(
                api.post(Clinic.THERAPISTS, Clinic.mira(nowhere)),
                422,
                "unknown-location",
                "There is no location " + nowhere + ".");
    }

    @Test
    void aManagerChangesOnlyTheirOwnLocation() {
        Http manager = Http.at(port).as(Tokens.of(Role.MANAGER, berlin));

        assertThat(manager.post(roomsOf(berlin), Clinic.quietRoom()).status()).isEqualTo(201);
        refused(
                manager.post(roomsOf(newYork), Clinic.quietRoom()),
                403,
                "location-not-yours",
                "This location is not one of yours.");
        assertThat(manager.post(Clinic.THERAPISTS, Clinic.mira(berlin, newYork)).code())
                .isEqualTo("location-not-yours");
        assertThat(manager.post(Clinic.LOCATIONS, Clinic.berlin()).code()).isEqualTo("location-not-yours");
    }

    @Test
    void whatConcernsEveryPlaceIsForWhoAnswersForAllOfThem() {
        TherapistId mira = clinic.employed(Clinic.mira(berlin, newYork));
        Http ofBerlin = Http.at(port).as(Tokens.of(Role.MANAGER, berlin));
        PutQualification swedish = new PutQualification(Set.of("swedish"), null);
        String qualification = Clinic.THERAPISTS + "/" + mira + "/qualification";

        assertThat(ofBerlin.put(qualification, swedish, "If-Match", "\"1\"").code())
                .isEqualTo("location-not-yours");
        assertThat(Http.at(port)
                        .as(Tokens.of(Role.FRONT_DESK, berlin, newYork))
                        .put(qualification, swedish, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(403);
        assertThat(api.put(
                                qualification,
                                new PutQualification(Set.of("swedish"), LocalDate.of(9999, 1, 1)),
                                "If-Match",
                                "\"1\"")
                        .code())
                .isEqualTo("invalid-request");
        assertThat(ofBerlin.put(
                                Clinic.LOCATIONS + "/" + newYork + "/address",
                                Clinic.at(1.0, 2.0).address(),
                                "If-Match",
                                "\"1\"")
                        .code())
                .isEqualTo("location-not-yours");
        Answer halfway = api.put(
                Clinic.LOCATIONS + "/" + berlin + "/address",
                new Address("Ring 1", "1010", "Wien", "AT", 48.2, null),
                "If-Match",
                "\"1\"");
        assertThat(halfway.code()).isEqualTo("coordinates-incomplete");
        assertThat(halfway.body().at("/errors/0/field").asString()).isEqualTo("longitude");
    }

    @Test
    void nobodySeesWhatIsElsewhere() {
        TherapistId mira = clinic.employed(Clinic.mira(berlin));
        Http desk = Http.at(port).as(Tokens.of(Role.FRONT_DESK, newYork));

        assertThat(desk.get(Clinic.THERAPISTS + "/" + mira).status()).isEqualTo(404);
        assertThat(desk.get(Clinic.LOCATIONS + "/" + berlin).status()).isEqualTo(404);
        assertThat(desk.get(roomsOf(berlin)).status()).isEqualTo(404);
        assertThat(desk.get(Clinic.THERAPISTS).body().path("items")).isEmpty();
        assertThat(Http.at(port)
                        .as(Tokens.of(Role.FRONT_DESK, berlin))
                        .get(Clinic.THERAPISTS + "/" + mira)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onlyOwnersAndManagersChangeAndOnlyStaffRead() {
        Stream.of(Role.FRONT_DESK, Role.THERAPIST, Role.INTEGRATION, Role.CLIENT)
                .forEach(role -> refused(
                        Http.at(port).as(Tokens.of(role, berlin)).post(roomsOf(berlin), Clinic.quietRoom()),
                        403,
                        "role-not-allowed",
                        "Your role does not allow this."));
        assertThat(Http.at(port)
                        .as(Tokens.of(Role.CLIENT))
                        .get(Clinic.LOCATIONS)
                        .status())
                .isEqualTo(403);
        assertThat(Http.at(port).get(Clinic.LOCATIONS).code()).isEqualTo("unauthenticated");
    }

    @Test
    void aWeekIsPutOverTheVersionThatWasSeen() {
        TherapistId mira = clinic.employed(Clinic.mira(berlin));
        String path = Clinic.THERAPISTS + "/" + mira + "/patterns/2027-01-01";
        PutPattern nothing = new PutPattern(List.of());

        assertThat(api.put(path, nothing).status()).isEqualTo(428);
        assertThat(api.put(path, nothing, "If-Match", "one").status()).isEqualTo(400);
        assertThat(api.put(path, nothing, "If-Match", "\"2\"").code()).isEqualTo("version-mismatch");
        assertThat(api.put(path, nothing, "If-Match", "\"1\"").status()).isEqualTo(200);
        assertThat(api.put(path, nothing, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(api.put(Clinic.THERAPISTS + "/" + mira + "/patterns/soon", nothing, "If-Match", "\"2\"")
                        .code())
                .isEqualTo("invalid-parameter");
    }

    @Test
    void aWeekThatCannotBeWorkedIsRefusedAndLeavesTheOldOne() {
        TherapistId mira = clinic.employed(Clinic.mira(berlin));

        refused(
                clinic.putWeek(mira, "2027-01-01", shift(berlin, MONDAY, "09:03", "12:00")),
                422,
                "shift-off-grid",
                "Shifts start and end on full five minutes, but this one is Monday 09:03–12:00.");
        refused(
                clinic.putWeek(
                        mira,
                        "2027-01-04",
                        shift(berlin, MONDAY, "05:00", "12:00"),
                        shift(berlin, SUNDAY, "22:00", "06:00")),
                422,
                "shifts-overlap",
                "The shifts Sunday 22:00–06:00 and Monday 05:00–12:00 overlap from 2027-01-11T04:00:00Z.");
        refused(
                clinic.putWeek(mira, "2027-01-01", shift(newYork, MONDAY, "09:00", "12:00")),
                422,
                "not-employed-there",
                "The therapist is not employed at the location of the shift Monday 09:00–12:00.");
        assertThat(api.get(Clinic.THERAPISTS + "/" + mira).etag()).isEqualTo("\"1\"");
    }

    @Test
    void aManagerOfOnePlaceCannotTouchTheShiftsAtAnother() {
        TherapistId mira = clinic.employed(Clinic.mira(berlin, newYork));
        Clinic ofBerlin = new Clinic(Http.at(port).as(Tokens.of(Role.MANAGER, berlin)), topics, events);

        refused(
                ofBerlin.putWeek(mira, "2027-01-01", shift(newYork, MONDAY, "09:00", "12:00")),
                403,
                "location-not-yours",
                "Shifts at a location that is not yours stay as they are in the week before.");
    }

    @Test
    void aPageHasALimit() {
        assertThat(api.get(Clinic.LOCATIONS + "?limit=501").status()).isEqualTo(400);
        assertThat(api.get(Clinic.LOCATIONS + "?limit=0").code()).isEqualTo("invalid-request");
        assertThat(api.get(Clinic.LOCATIONS + "?cursor=nonsense").code()).isEqualTo("invalid-cursor");
    }

    @Test
    void theDatabaseHasTheLastWord() {
        TherapistId mira = clinic.employed(Clinic.mira(berlin));
        assertThat(clinic.putWeek(mira, "2027-01-01", shift(berlin, SUNDAY, "22:00", "06:00"))
                        .status())
                .isEqualTo(200);

        refusedBy("shift_on_grid", mira, berlin, "2027-01-01", 1, "09:01", "12:00");
        refusedBy("shifts_do_not_overlap", mira, berlin, "2027-01-01", 1, "05:55", "07:00");
        refusedBy("shift_at_a_location", mira, new LocationId(Ids.next()), "2027-01-01", 1, "09:00", "12:00");
        refusedBy("shift_of_a_pattern", mira, berlin, "2027-01-02", 1, "09:00", "12:00");
        refusedBy("day_is_a_weekday", mira, berlin, "2027-01-01", 8, "09:00", "12:00");
    }

    private void refusedBy(
            String constraint, TherapistId therapist, LocationId location, String validFrom, int day, String... hours) {
        assertThatThrownBy(() -> database.sql("INSERT INTO shifts VALUES (?, ?::date, ?, ?, ?::time, ?::time)")
                        .params(therapist.value(), validFrom, location.value(), day, hours[0], hours[1])
                        .update())
                .hasMessageContaining('"' + constraint + '"');
    }

    private static String roomsOf(LocationId location) {
        return Clinic.LOCATIONS + "/" + location + "/rooms";
    }

    private static void refused(Answer answer, int status, String code, String sentence) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("detail").asString()).isEqualTo(sentence);
    }
}
