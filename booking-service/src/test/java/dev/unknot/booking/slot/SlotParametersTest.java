package dev.unknot.booking.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.unknot.booking.availability.Preferences;
import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Slot;
import dev.unknot.common.appointment.SlotExplanation;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.Address;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.security.LocationScope;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Crashes;
import dev.unknot.platform.test.CrashingDataSource;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

/** The practice offers half past nine, ten and half past ten. */
@ServiceTest
@Import(Crashes.class)
class SlotParametersTest {

    private final Practice practice;
    private final TopicFeed topics;
    private final Http owner;
    private final int port;
    private String treatment = "";
    private String slots = "";

    SlotParametersTest(
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
        topics.announce(onTheMap(practice.location()), 1);
        topics.announce(practice.therapist(), 1);
        treatment = owner.post("/api/v1/treatments", Practice.shiatsu()).createdId();
        slots = practice.slots(treatment);
        Probe.waitUntil(
                "the practice has slots",
                () -> owner.get(slots).status() == 200 && starts("").size() == 3);
    }

    @Test
    void narrowsToAPartOfTheDayOnTheLocationsWall() {
        assertThat(starts("&fromTime=09:45")).containsExactly("10:00", "10:30");
        assertThat(starts("&toTime=11:00")).containsExactly("09:30", "10:00");
        assertThat(starts("&fromTime=09:45&toTime=11:15")).containsExactly("10:00");
        assertThat(starts("&fromTime=22:00&toTime=02:00")).isEmpty();
        assertThat(starts("&fromTime=10:15&toTime=10:00")).containsExactly("10:30");
        assertRefused("&fromTime=09:00&toTime=09:00", 422, "hours-empty");
        assertRefused("&fromTime=nine", 400, "invalid-parameter");
    }

    @Test
    void narrowsToWeekdays() {
        String day = practice.day().getDayOfWeek().name().substring(0, 3);
        String next = practice.day().plusDays(1).getDayOfWeek().name().substring(0, 3);
        assertThat(starts("&weekday=" + day)).hasSize(3);
        assertThat(starts("&weekday=" + next)).isEmpty();
        assertThat(starts("&weekday=" + day + "&weekday=" + next)).hasSize(3);
        assertRefused("&weekday=MONTAG", 400, "invalid-parameter");
    }

    @Test
    void offersEveryTherapistAtEveryStartWhenAsked() {
        Practice nextDoor = practice.andNextDoor();
        topics.announce(nextDoor.therapistAt(practice.id()), 1);
        Probe.waitUntil(
                "both therapists are offered", () -> starts("&each=true").size() == 6);

        assertThat(starts("")).hasSize(3);
        Answer page = owner.get(slots + "&each=true&limit=1");
        String rest = "&each=true&cursor=" + page.body().path("nextCursor").asString();
        assertThat(starts(rest)).hasSize(5).startsWith("09:30");
    }

    @Test
    void putsTheLeastHarmfulFirst() {
        // From 9:30 on 25 minutes before Asha's preparation and 80 minutes after the rest are nothing that can be sold.
        assertThat(starts("&rank=least-harmful")).containsExactlyInAnyOrder("09:30", "10:00", "10:30");
        Answer best = owner.get(slots + "&rank=least-harmful&limit=1");
        assertThat(best.body().path("items").get(0).path("localStart").asString())
                .endsWith("10:30:00");
        assertThat(best.body().path("nextCursor").isNull()).isTrue();
        assertRefused("&rank=least-harmful&cursor=x", 400, "invalid-parameter");
        assertRefused("&rank=cheapest", 400, "invalid-parameter");
    }

    @Test
    void offersATimeForSeveralWhereThereAreTherapistsAndPlacesEnough() {
        assertThat(starts("&party=2")).isEmpty();

        Practice nextDoor = practice.andNextDoor();
        topics.announce(nextDoor.therapistAt(practice.id()), 1);
        topics.announce(onTheMap(practice.locationWithPlaces(2)), 2);
        Probe.waitUntil("there is a time for two", () -> starts("&party=2").size() == 3);

        JsonNode first = owner.get(slots + "&party=2&therapist=" + practice.asha())
                .body()
                .path("items")
                .get(0);
        assertThat(first.path("therapistIds").valueStream().map(JsonNode::asString))
                .containsExactly(practice.asha().toString(), nextDoor.asha().toString());
        assertThat(first.path("price").path("amount").asLong()).isEqualTo(500_000);
        String group = "&party=2&therapists=1";
        assertThat(starts(group)).isEqualTo(starts(""));
        assertThat(owner.get(slots + group).body().at("/items/0/therapistIds").size())
                .isOne();
        assertThat(owner.get(slots + group).body().at("/items/0/price/amount").asLong())
                .isEqualTo(500_000);
        String named = "&client=" + UUID.randomUUID() + "&client=" + UUID.randomUUID();
        assertThat(starts(named)).as("as many as are named").isEqualTo(starts("&party=2"));
        assertRefused(named + "&party=1", 400, "invalid-parameter");
        assertRefused("&party=2&therapists=3", 400, "invalid-parameter");
        assertRefused("&party=2&therapists=0", 400, "invalid-parameter");
        assertRefused("&party=9", 400, "invalid-parameter");
        assertRefused("&party=0", 400, "invalid-parameter");
        assertRefused("&party=2&each=true", 400, "invalid-parameter");
    }

    @Test
    void saysHowFarItIsFromWhereItShouldBeNear() {
        Answer near = owner.get(slots + "&near=" + practice.id());
        assertThat(near.body().path("items").get(0).path("distanceKm").asDouble(-1))
                .isZero();
        assertThat(owner.get(slots).body().path("items").get(0).has("distanceKm"))
                .isFalse();
        assertRefused("&near=" + UUID.randomUUID(), 422, "unknown-location");
    }

    @Test
    void letsStaffSetSoftRulesAside() {
        assertThat(starts("&waive=off-cadence")).hasSizeGreaterThan(10).contains("09:05", "09:10");
        assertRefused("&waive=slot-taken", 422, "waiver-not-allowed");
        assertRefused("&waive=no-such-rule", 422, "waiver-not-allowed");
        assertThat(Http.at(port)
                        .as(Tokens.of(Role.INTEGRATION))
                        .get(slots + "&waive=off-cadence")
                        .code())
                .isEqualTo("waiver-not-allowed");
    }

    @Test
    void aSearchByStaffTakesNoSqlEvenForAnUnknownClientAndAClientsLinkReadsItsVisit(
            @Autowired SlotSearch search, @Autowired DataSource dataSource) {
        CrashingDataSource database = (CrashingDataSource) dataSource;
        SlotRequest request = new SlotRequest(
                TreatmentId.of(treatment),
                60,
                Set.of(practice.id()),
                null,
                null,
                List.of(new ClientId(UUID.randomUUID())),
                new AppointmentId(UUID.randomUUID()),
                practice.at(0, 0),
                practice.at(23, 0),
                null,
                100,
                false,
                Set.of(),
                Preferences.NONE,
                List.of(),
                null);

        database.crashAt(1);
        List<Slot> found = search.find(request, new Caller("1", Role.OWNER, LocationScope.everywhere(), null))
                .items();
        assertThat(database.recover()).as("whether the database was asked").isFalse();
        assertThat(found).hasSize(3);

        database.crashAt(1);
        Caller ravi = new Caller("2", Role.CLIENT, LocationScope.of(Set.of()), UUID.randomUUID());
        assertThatThrownBy(() -> search.find(request, ravi)).isInstanceOf(RuntimeException.class);
        assertThat(database.recover()).as("whether a link costs a read").isTrue();
    }

    @Test
    void searchesNoLongerThanAQuarterOfAYear() {
        String from = "/api/v1/slots?minutes=60&treatment=" + treatment + "&from=2027-01-01T00:00:00Z";
        assertThat(owner.get(from + "&to=2027-04-03T00:00:00Z").status()).isEqualTo(200);
        assertSo(owner.get(from + "&to=2027-04-03T00:00:01Z"), 422, "range-too-long");
        assertSo(owner.get(from + "&to=2027-01-01T00:00:00Z"), 422, "range-empty");
        assertSo(owner.get(from), 400, "missing-parameter");
        assertSo(owner.get(from + "&to=tomorrow"), 400, "invalid-parameter");
        assertSo(owner.get(from + "&to=%2B1000000000-12-31T23:00:00Z"), 400, "invalid-parameter");
        assertSo(owner.get(from + "&to=2200-01-01T00:00:00Z"), 400, "invalid-parameter");
    }

    @Test
    void saysWhyThereIsNothingAndWhenTheNextIs() {
        String before = slots.replace("/slots?", "/slots/explanation?");
        String nothing = before.replaceAll("from=[^&]*", "from=" + practice.at(11, 0));

        Answer answer = owner.get(nothing);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        SlotExplanation told = answer.body(SlotExplanation.class);
        assertThat(told.slots()).isZero();
        assertThat(told.found()).isZero();
        assertThat(told.next()).isNull();
        assertThat(told.obstacles())
                .extracting(each -> each.code() + " " + each.kind())
                .containsExactly("outside-working-time LOCATION", "outside-working-time THERAPIST");
        assertThat(told.obstacles().stream().mapToDouble(each -> each.share()).sum())
                .isCloseTo(1, within(1e-9));

        SlotExplanation dayBefore = owner.get(before.replaceAll(
                                "from=[^&]*", "from=" + practice.at(0, 0).minusSeconds(86_400))
                        .replaceAll("to=[^&]*", "to=" + practice.at(0, 0)))
                .body(SlotExplanation.class);
        assertThat(dayBefore.next()).isNotNull();
        assertThat(dayBefore.next().start()).isEqualTo(practice.at(9, 30));
        assertThat(owner.get(before).body(SlotExplanation.class).slots()).isEqualTo(3);
        assertSo(Http.at(port).as(Tokens.of(Role.THERAPIST)).get(before), 403, "role-not-allowed");
    }

    @Test
    void tellsAClosureATimeOffAndAnOutageApart() {
        topics.announce(practice.locationClosedInTheAfternoon(), 2);
        topics.announce(practice.therapistAwayFromEleven(), 2);
        String why = slots.replace("/slots?", "/slots/explanation?")
                .replaceAll("from=[^&]*", "from=" + practice.at(9, 0))
                .replaceAll("to=[^&]*", "to=" + practice.at(15, 0));
        Probe.waitUntil(
                "there is nothing",
                () -> owner.get(why).body(SlotExplanation.class).slots() == 0);

        SlotExplanation told = owner.get(why).body(SlotExplanation.class);

        assertThat(told.candidates()).isEqualTo(11);
        assertThat(told.obstacles())
                .extracting(each -> each.code() + " " + each.kind() + " " + Math.round(each.share() * 11))
                .containsExactly(
                        "location-closed LOCATION 6",
                        "therapist-away THERAPIST 3",
                        "outside-working-time THERAPIST 1",
                        "room-out ROOM 1");
        assertThat(told.bottleneck()).isNotNull();
        assertThat(told.bottleneck().code()).isEqualTo("location-closed");
        assertThat(told.bottleneck().alone()).isEqualTo(3);
    }

    private static LocationSnapshot onTheMap(LocationSnapshot location) {
        Address address = location.address();
        return new LocationSnapshot(
                location.id(),
                location.name(),
                location.zone(),
                new Address(
                        address.street(), address.postalCode(), address.city(), address.country(), 22.5535, 88.3512),
                location.phone(),
                location.horizon(),
                location.open(),
                location.rooms());
    }

    private List<String> starts(String parameters) {
        Answer answer = owner.get(slots + parameters);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body()
                .path("items")
                .valueStream()
                .map(slot -> slot.path("localStart").asString().substring(11, 16))
                .toList();
    }

    private void assertRefused(String parameters, int status, String code) {
        assertSo(owner.get(slots + parameters), status, code);
    }

    private static void assertSo(Answer answer, int status, String code) {
        assertThat(answer.status() + " " + answer.code()).as(answer.toString()).isEqualTo(status + " " + code);
    }
}
