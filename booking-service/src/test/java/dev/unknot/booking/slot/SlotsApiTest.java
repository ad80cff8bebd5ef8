package dev.unknot.booking.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentBooked;
import dev.unknot.common.appointment.AppointmentCancelled;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.ResourceKind;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.event.Topics;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.money.Money;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

@ServiceTest
class SlotsApiTest {

    private final Practice practice;
    private final TopicFeed topics;
    private final Http owner;
    private final int port;
    private String treatment = "";

    SlotsApiTest(
            @LocalServerPort int port,
            @Autowired KafkaTemplate<String, byte[]> kafka,
            @Autowired Events events,
            @Autowired Clock clock) {
        this.port = port;
        owner = Http.at(port).as(Tokens.owner());
        topics = new TopicFeed(kafka, events);
        practice = Practice.onTheThirdDayFrom(clock.instant());
    }

    @BeforeEach
    void openThePractice() {
        topics.announce(practice.location(), 1);
        topics.announce(practice.therapist(), 1);
        treatment = owner.post("/api/v1/treatments", Practice.shiatsu()).createdId();
        Probe.waitUntil(
                "the service is ready",
                () -> Http.at(port).get("/actuator/health/readiness").status() == 200);
        Probe.waitUntil(
                "the practice has slots",
                () -> owner.get(practice.slots(treatment)).status() == 200
                        && !starts(owner.get(practice.slots(treatment))).isEmpty());
    }

    @Test
    void offersWhatTheTopicsSayInOrderWithPriceAndLocalTime() {
        Answer answer = owner.get(practice.slots(treatment));

        assertThat(starts(answer)).containsExactly(practice.at(9, 30), practice.at(10, 0), practice.at(10, 30));
        assertThat(answer.body().path("items").get(0))
                .hasToString(("{'start':'%s','end':'%s','zone':'Asia/Kolkata','localStart':'%sT09:30:00',"
                                + "'locationId':'%s','therapistId':'%s','roomId':'%s',"
                                + "'price':{'amount':250000,'currency':'INR'},'therapistIds':['%s']}")
                        .replace('\'', '"')
                        .formatted(
                                practice.at(9, 30),
                                practice.at(10, 30),
                                practice.day(),
                                practice.id(),
                                practice.asha(),
                                practice.room(),
                                practice.asha()));
    }

    @Test
    void tellsWhenAnythingThatIsSoldCouldBeginAndWhenOnlyWithARuleSetAside() {
        String day = "/api/v1/slots/starts?location=" + practice.id() + "&from=" + practice.at(0, 0) + "&to=";

        Answer told = owner.get(day + practice.at(23, 0));

        JsonNode asha = told.body().path("items").get(0);
        assertThat(asha.path("therapistId").asString())
                .isEqualTo(practice.asha().toString());
        assertThat(instants(asha.path("starts")))
                .startsWith(practice.at(9, 30), practice.at(10, 0))
                .endsWith(practice.at(10, 30));
        // Five minutes of preparation lie inside the shift, and ten of rest.
        assertThat(instants(asha.path("waivable")))
                .startsWith(practice.at(9, 5))
                .endsWith(practice.at(10, 50))
                .doesNotContain(practice.at(9, 30));
        assertRefused(owner.get(day + practice.at(0, 0)), 422, "range-empty");
        assertRefused(owner.get(day + practice.at(0, 0).plus(Duration.ofDays(2))), 422, "range-too-long");
        assertRefused(
                Http.at(port).as(Tokens.client(UUID.randomUUID())).get(day + practice.at(23, 0)),
                403,
                "role-not-allowed");
    }

    private static List<Instant> instants(JsonNode list) {
        return list.valueStream().map(each -> Instant.parse(each.asString())).toList();
    }

    @Test
    void takesAwayWhatIsBookedAndGivesBackWhatIsCancelled() {
        AppointmentId visit = new AppointmentId(UUID.randomUUID());
        topics.announce(new AppointmentBooked(visit(visit, AppointmentStatus.BOOKED, claims()), Set.of()), 1);
        Probe.waitUntil(
                "the booked time is gone",
                () -> starts(owner.get(practice.slots(treatment))).equals(List.of(practice.at(9, 30))));
        assertThat(starts(owner.get(practice.slots(treatment) + "&moving=" + visit)))
                .hasSize(3);

        topics.announce(new AppointmentCancelled(visit(visit, AppointmentStatus.CANCELLED, List.of()), Set.of()), 2);
        Probe.waitUntil(
                "the cancelled time is back",
                () -> starts(owner.get(practice.slots(treatment))).size() == 3);
    }

    @Test
    void readsOnAfterWhatItDoesNotKnowAndWhatIsBroken() {
        topics.somethingNew(Topics.LOCATIONS, practice.id().value());
        topics.rubbish(Topics.LOCATIONS, practice.id().value());
        topics.erase(Topics.LOCATIONS, practice.id().value(), 2);

        Probe.waitUntil(
                "the erased location is unknown",
                () -> owner.get(practice.slots(treatment)).code().equals("unknown-location"));
    }

    @Test
    void answersNoMoreThanAskedFor() {
        assertThat(starts(owner.get(practice.slots(treatment) + "&limit=2"))).hasSize(2);
        assertRefused(owner.get(practice.slots(treatment) + "&limit=0"), 400, "invalid-parameter");
        assertRefused(owner.get(practice.slots(treatment) + "&limit=1001"), 400, "invalid-parameter");
    }

    @Test
    void aPageMayEndBetweenTwoLocationsAndLosesNothing() {
        Practice nextDoor = practice.andNextDoor();
        topics.announce(nextDoor.location(), 1);
        topics.announce(nextDoor.therapist(), 1);
        String both = practice.slots(treatment) + "&location=" + nextDoor.id();
        Probe.waitUntil(
                "both have slots",
                () -> owner.get(both).status() == 200 && starts(owner.get(both)).size() == 6);

        List<JsonNode> read = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = owner.get(both + "&limit=1" + cursor);
            assertThat(starts(page)).hasSize(1);
            read.add(page.body().path("items").get(0));
            cursor = page.body().path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.body().path("nextCursor").asString();
        } while (!cursor.isEmpty() && read.size() < 10);

        assertThat(read)
                .isEqualTo(owner.get(both).body().path("items").valueStream().toList());
        assertRefused(owner.get(both + "&cursor=nonsense"), 400, "invalid-cursor");
    }

    @Test
    void narrowsByTherapistAndGender() {
        assertThat(starts(owner.get(practice.slots(treatment) + "&therapist=" + practice.asha())))
                .hasSize(3);
        assertThat(starts(owner.get(practice.slots(treatment) + "&gender=FEMALE")))
                .hasSize(3);
        assertThat(starts(owner.get(practice.slots(treatment) + "&gender=MALE")))
                .isEmpty();
    }

    @Test
    void leavesOutWhenTheClientIsElsewhere() {
        String client = owner.post("/api/v1/clients", Practice.client()).createdId();
        assertThat(starts(owner.get(practice.slots(treatment) + "&client=" + client)))
                .hasSize(3);

        TimeRange elsewhere = new TimeRange(practice.at(9, 0), practice.at(10, 0));
        UUID resource = UUID.fromString(client);
        topics.announce(
                new AppointmentBooked(
                        visit(
                                new AppointmentId(UUID.randomUUID()),
                                AppointmentStatus.BOOKED,
                                List.of(new Claim(ResourceKind.CLIENT, resource, resource, elsewhere))),
                        Set.of()),
                1);

        Probe.waitUntil(
                "the client's time is gone",
                () -> starts(owner.get(practice.slots(treatment) + "&client=" + client))
                                .size()
                        == 2);
    }

    @Test
    void saysWhatIsUnknown() {
        UUID nobody = UUID.randomUUID();
        assertRefused(owner.get(practice.slots(nobody.toString())), 422, "unknown-treatment");
        assertRefused(owner.get(practice.slots(treatment) + "&location=" + nobody), 422, "unknown-location");
        assertRefused(owner.get(practice.slots(treatment) + "&therapist=" + nobody), 422, "unknown-therapist");
        assertRefused(
                owner.get(practice.slots(treatment).replace("minutes=60", "minutes=65")), 422, "minutes-not-offered");
    }

    @Test
    void showsAFrontDeskItsOwnLocationsOnly() {
        LocationId elsewhere = new LocationId(UUID.randomUUID());
        Http here = Http.at(port).as(Tokens.of(Role.FRONT_DESK, practice.id()));
        Http there = Http.at(port).as(Tokens.of(Role.FRONT_DESK, elsewhere));
        String anywhere = practice.slots(treatment).replace("&location=" + practice.id(), "");

        assertThat(starts(here.get(anywhere))).hasSize(3);
        assertThat(starts(there.get(anywhere))).isEmpty();
        assertRefused(there.get(practice.slots(treatment)), 403, "location-not-yours");
        assertRefused(
                Http.at(port).as(Tokens.of(Role.THERAPIST)).get(practice.slots(treatment)), 403, "role-not-allowed");
        assertThat(Http.at(port).get(practice.slots(treatment)).status()).isEqualTo(401);
    }

    private List<Claim> claims() {
        TimeRange eleven = new TimeRange(practice.at(10, 55), practice.at(12, 0));
        UUID asha = practice.asha().value();
        return List.of(new Claim(ResourceKind.THERAPIST, asha, asha, eleven));
    }

    private AppointmentSnapshot visit(AppointmentId id, AppointmentStatus status, List<Claim> claims) {
        return new AppointmentSnapshot(
                id,
                status,
                1,
                List.of(new Participant(new ClientId(UUID.randomUUID()), practice.asha())),
                TreatmentId.of(treatment),
                60,
                practice.id(),
                Practice.ZONE,
                practice.room(),
                practice.at(11, 0),
                practice.at(12, 0),
                new Money(250_000, "INR"),
                claims,
                List.of(),
                null,
                null);
    }

    private static List<Instant> starts(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return IntStream.range(0, answer.body().path("items").size())
                .mapToObj(i -> Instant.parse(
                        answer.body().path("items").get(i).path("start").asString()))
                .toList();
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status() + " " + answer.code()).as(answer.toString()).isEqualTo(status + " " + code);
    }
}
