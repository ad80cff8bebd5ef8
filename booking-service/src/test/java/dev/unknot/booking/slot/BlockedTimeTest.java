package dev.unknot.booking.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.appointment.ClaimedTime;
import dev.unknot.booking.availability.Commitment;
import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.block.BlockTime;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;

/** What the front desk blocks is neither offered nor booked, until it is lifted. */
@ServiceTest
class BlockedTimeTest {

    private static final String BLOCKS = "/api/v1/blocks";

    private final Practice practice;
    private final TopicFeed topics;
    private final ClaimedTime claimedTime;
    private final Http owner;
    private final int port;
    private String treatment = "";

    BlockedTimeTest(
            @LocalServerPort int port,
            @Autowired KafkaTemplate<String, byte[]> kafka,
            @Autowired Events events,
            @Autowired ClaimedTime claimedTime,
            @Autowired Clock clock) {
        this.port = port;
        this.claimedTime = claimedTime;
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
                "the practice has slots and can be blocked",
                () -> owner.get(practice.slots(treatment)).status() == 200
                        && starts().size() == 3
                        && owner.post(BLOCKS + "?dryRun=true", asha(9, 0, 9, 5)).status() == 201);
    }

    @Test
    void aTherapistsBlockHidesTheSlotsItTouchesAndRefusesTheirBooking() {
        Answer blocked = owner.post(BLOCKS, asha(9, 0, 9, 30));

        assertThat(blocked.status()).as("%s", blocked).isEqualTo(201);
        assertThat(starts())
                .as("five minutes of preparation before each")
                .containsExactly(practice.at(10, 0), practice.at(10, 30));
        assertThat(book(9, 30).code()).isEqualTo("slot-taken");
        assertThat(owner.get(BLOCKS + "/" + blocked.createdId()).body()).isEqualTo(blocked.body());

        assertThat(owner.delete(BLOCKS + "/" + blocked.createdId()).status()).isEqualTo(204);

        assertThat(starts()).hasSize(3);
        assertThat(book(9, 30).status()).isEqualTo(201);
        assertThat(owner.delete(BLOCKS + "/" + blocked.createdId()).code()).isEqualTo("unknown-block");
    }

    @Test
    void aRoomsBlockTakesEveryPlaceInIt() {
        assertThat(owner.post(BLOCKS, room(practice.room(), 10, 30, 11, 0)).status())
                .isEqualTo(201);

        assertThat(starts()).as("ten minutes of turnover after each").isEmpty();
    }

    @Test
    void whatIsBookedIsNotBlockedAndWhatIsBlockedIsNotBlockedAgain() {
        assertThat(book(9, 30).status()).isEqualTo(201);

        assertThat(owner.post(BLOCKS, asha(10, 0, 10, 5)).code()).isEqualTo("slot-taken");
        assertThat(owner.post(BLOCKS, asha(11, 0, 11, 30)).status()).isEqualTo(201);
        assertThat(owner.post(BLOCKS, asha(11, 25, 11, 35)).code()).isEqualTo("slot-taken");
        assertThat(owner.post(BLOCKS, asha(11, 30, 11, 35)).status()).isEqualTo(201);
    }

    @Test
    void ofABlockAndBookingsAtOnceOneHasTheTime() throws Exception {
        ClientId client = client();
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            calls.add(() -> owner.post(BLOCKS, asha(9, 35, 9, 40)));
            calls.add(() -> owner.post("/api/v1/appointments", booking(client, 9, 30)));
        }

        List<Integer> statuses = atOnce(calls).stream().map(Answer::status).toList();

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void aBlockIsInTheIndexOfAnInstanceThatStartsLater() {
        String id = owner.post(BLOCKS, asha(9, 0, 9, 30)).createdId();
        List<Commitment> read = new ArrayList<>();

        claimedTime.since(practice.at(0, 0), read::add);

        assertThat(read)
                .filteredOn(each -> each.id().toString().equals(id))
                .singleElement()
                .satisfies(block -> {
                    assertThat(block.session()).isNull();
                    assertThat(block.claims()).hasSize(1);
                });
    }

    @Test
    void onlyTheLocationsOwnPeopleBlockWhatIsTheirs() {
        Http elsewhere = Http.at(port).as(Tokens.of(Role.FRONT_DESK, new LocationId(UUID.randomUUID())));
        String id = owner.post(BLOCKS, asha(9, 0, 9, 5)).createdId();

        assertThat(elsewhere.post(BLOCKS, asha(10, 0, 10, 5)).code()).isEqualTo("location-not-yours");
        assertThat(elsewhere.delete(BLOCKS + "/" + id).code()).isEqualTo("unknown-block");
        assertThat(as(Role.FRONT_DESK).get(list()).body().path("items")).hasSize(1);
        assertThat(as(Role.THERAPIST).post(BLOCKS, asha(10, 0, 10, 5)).code()).isEqualTo("role-not-allowed");
    }

    @Test
    void aLocationDoesNotBlockTheTimeATherapistWorksElsewhere() {
        Practice nextDoor = practice.andNextDoor();
        topics.announce(nextDoor.location(), 1);
        topics.announce(alsoInTheAfternoonAt(nextDoor.id()), 2);
        Probe.waitUntil(
                "Asha works next door too",
                () -> owner.post(BLOCKS + "?dryRun=true", at(nextDoor.id(), 14, 0, 15, 0))
                                .status()
                        == 201);
        Http desk = as(Role.FRONT_DESK);

        refused("therapist-elsewhere", "therapistId", desk, asha(14, 0, 15, 0));
        refused("therapist-elsewhere", "therapistId", desk, asha(9, 0, 18, 0));
        assertThat(desk.post(BLOCKS, asha(9, 0, 14, 0)).status())
                .as("until she is due there")
                .isEqualTo(201);
    }

    private TherapistSnapshot alsoInTheAfternoonAt(LocationId location) {
        TherapistSnapshot asha = practice.therapist();
        List<WorkingTime> day = new ArrayList<>(asha.workingTime());
        day.add(new WorkingTime(location, new TimeRange(practice.at(14, 0), practice.at(17, 0))));
        return new TherapistSnapshot(
                asha.id(),
                asha.name(),
                asha.gender(),
                asha.skills(),
                asha.licensedUntil(),
                asha.state(),
                asha.horizon(),
                day);
    }

    @Test
    void aBlockThatMakesNoSenseIsRefusedWithTheFieldAtFault() {
        refused("block-of-one", "therapistId", block(practice.asha(), practice.room(), 9, 0, 9, 30));
        refused("block-of-one", "therapistId", block(null, null, 9, 0, 9, 30));
        refused("range-empty", "end", asha(9, 30, 9, 30));
        refused("block-off-grid", "end", asha(9, 0, 9, 31));
        refused("block-too-long", "end", block(practice.asha(), null, 9, 0, 33, 5));
        refused("start-in-past", "end", block(practice.asha(), null, -100, 0, -99, 0));
        refused("unknown-therapist", "therapistId", block(new TherapistId(UUID.randomUUID()), null, 9, 0, 9, 30));
        refused("unknown-room", "roomId", room(new RoomId(UUID.randomUUID()), 9, 0, 9, 30));
        assertThat(owner.get(list()).body().path("items")).isEmpty();
    }

    private void refused(String code, String field, BlockTime block) {
        refused(code, field, owner, block);
    }

    private static void refused(String code, String field, Http caller, BlockTime block) {
        Answer answer = caller.post(BLOCKS, block);
        assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
    }

    private Answer book(int hour, int minute) {
        return owner.post("/api/v1/appointments", booking(client(), hour, minute));
    }

    private BookAppointment booking(ClientId client, int hour, int minute) {
        return new BookAppointment(
                List.of(new Seat(client, practice.asha())),
                TreatmentId.of(treatment),
                60,
                practice.id(),
                practice.at(hour, minute),
                null);
    }

    private ClientId client() {
        return ClientId.of(owner.post("/api/v1/clients", Practice.client()).createdId());
    }

    private BlockTime asha(int fromHour, int fromMinute, int toHour, int toMinute) {
        return block(practice.asha(), null, fromHour, fromMinute, toHour, toMinute);
    }

    private BlockTime room(RoomId room, int fromHour, int fromMinute, int toHour, int toMinute) {
        return block(null, room, fromHour, fromMinute, toHour, toMinute);
    }

    private BlockTime block(
            @Nullable TherapistId therapist,
            @Nullable RoomId room,
            int fromHour,
            int fromMinute,
            int toHour,
            int toMinute) {
        return block(practice.id(), therapist, room, fromHour, fromMinute, toHour, toMinute);
    }

    private BlockTime at(LocationId location, int fromHour, int fromMinute, int toHour, int toMinute) {
        return block(location, practice.asha(), null, fromHour, fromMinute, toHour, toMinute);
    }

    private BlockTime block(
            LocationId location,
            @Nullable TherapistId therapist,
            @Nullable RoomId room,
            int fromHour,
            int fromMinute,
            int toHour,
            int toMinute) {
        Instant midnight = practice.at(0, 0);
        return new BlockTime(
                location,
                therapist,
                room,
                midnight.plusSeconds(60L * (60 * fromHour + fromMinute)),
                midnight.plusSeconds(60L * (60 * toHour + toMinute)),
                "phone-call");
    }

    private String list() {
        return BLOCKS + "?location=" + practice.id() + "&from=" + practice.at(0, 0) + "&to=" + practice.at(23, 0);
    }

    private Http as(Role role) {
        return Http.at(port).as(Tokens.of(role, practice.id()));
    }

    private List<Instant> starts() {
        List<Instant> starts = new ArrayList<>();
        owner.get(practice.slots(treatment))
                .body()
                .path("items")
                .forEach(slot -> starts.add(Instant.parse(slot.path("start").asString())));
        return starts;
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> call : threads.invokeAll(calls)) {
                answers.add(call.get());
            }
            return answers;
        }
    }
}
