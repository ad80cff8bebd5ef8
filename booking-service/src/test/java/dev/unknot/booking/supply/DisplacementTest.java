package dev.unknot.booking.supply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.Availability;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.event.Topics;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.inbox.Inbox;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.ConsumerHarness;
import dev.unknot.platform.test.Crashes;
import dev.unknot.platform.test.CrashingDataSource;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.Records;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of Ada's hour with Mira, at ten, when the schedule changes under it. */
@ServiceTest(properties = {"spring.kafka.listener.auto-startup=false", "unknot.outbox.relay=false"})
@Import(Crashes.class)
class DisplacementTest {

    private static final String PATH = "/api/v1/appointments";

    @Autowired
    private SupplyListener listener;

    @Autowired
    private Availability availability;

    @Autowired
    private Inbox inbox;

    @Autowired
    private MovableClock clock;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    private final Neubau neubau = new Neubau();
    private Http owner;
    private HoursAtTen hours;
    private ClientId ada;
    private UUID visit = new UUID(0, 0);

    @BeforeEach
    void theClinicIsKnownToTheIndex() {
        owner = Http.at(port).as(Tokens.owner());
        Probe.waitUntil("the index is complete", availability::complete);
        availability.learn(neubau.open(), 1);
        availability.learn(neubau.working(), 1);
        hours = HoursAtTen.in(neubau, owner, jdbc);
        ada = hours.client();
        adaIsBooked();
    }

    @AfterEach
    void itIsNow() {
        clock.set(Instant.now());
    }

    @Test
    void aVisitOutsideTheWorkingTimeIsDisplacedOnceHoweverTheRecordsArrive() {
        ConsumerHarness.of(this::deliver, this::everything, this::adaIsBooked)
                .crashing(dataSource)
                .check(List.of(
                        Records.of(neubau.open(), 1),
                        Records.of(neubau.working(), 1),
                        Records.of(neubau.awayThatDay(), 2)));

        assertThat(everything())
                .containsExactly(
                        "BOOKED 2 therapist-not-working",
                        "dev.unknot.appointment.displaced.v1 2 schedule-changed therapist-not-working");
    }

    @Test
    void coveredAgainItIsRestoredOnceHoweverTheRecordsArrive() {
        ConsumerHarness.of(this::deliver, this::everything, this::adaIsDisplaced)
                .crashing(dataSource)
                .check(List.of(Records.of(neubau.awayThatDay(), 2), Records.of(neubau.working(), 3)));

        assertThat(everything())
                .containsExactly(
                        "BOOKED 3",
                        "dev.unknot.appointment.displaced.v1 2 schedule-changed therapist-not-working",
                        "dev.unknot.appointment.restored.v1 3 schedule-changed");
    }

    @Test
    void aClosedDayDisplacesOnceAndRestoresWhenTheTherapistIsBackToo() {
        deliver(Records.of(neubau.open(), 1));
        deliver(Records.of(neubau.closedThatDay(), 2));
        deliver(Records.of(neubau.awayThatDay(), 2));
        assertThat(everything()).hasSize(2).first().isEqualTo("BOOKED 2 location-closed");

        deliver(Records.of(neubau.open(), 3));
        assertThat(everything()).as("Mira's hours have not followed yet").hasSize(2);

        deliver(Records.of(neubau.working(), 3));
        assertThat(everything()).hasSize(3).first().isEqualTo("BOOKED 3");
    }

    @Test
    void aRoomThatIsGoneDisplacesItsVisits() {
        deliver(Records.of(neubau.open(), 1));
        deliver(Records.of(neubau.withoutRoom(), 2));

        assertThat(everything()).first().isEqualTo("BOOKED 2 room-out");
    }

    @Test
    void aTherapistErasedIsGone() {
        deliver(Records.of(neubau.working(), 1));
        deliver(Records.erasure(Topics.THERAPISTS, neubau.mira.value(), 2));

        assertThat(everything()).first().isEqualTo("BOOKED 2 therapist-left");
    }

    @Test
    void whoLeavesKeepsTheirLastDayAndTheVisitsAfterItAreOnTheWorkListUntilTheyStay() {
        deliver(Records.of(neubau.open(), 1));
        deliver(Records.of(neubau.leavingAfter(neubau.thatDay()), 2));
        assertThat(everything()).as("their last day").containsExactly("BOOKED 1");

        deliver(Records.of(neubau.leavingAfter(neubau.thatDay().minusDays(1)), 3));

        assertThat(everything())
                .containsExactly(
                        "BOOKED 2 therapist-left",
                        "dev.unknot.appointment.displaced.v1 2 schedule-changed therapist-left");
        assertThat(displaced()).containsExactly("therapist-left");

        deliver(Records.of(neubau.working(), 4));
        assertThat(everything()).first().isEqualTo("BOOKED 3");
        assertThat(displaced()).isEmpty();
    }

    @Test
    void nobodyIsBookedWithWhoHasLeftByThen() {
        hours.free(visit);
        availability.learn(neubau.leavingAfter(neubau.thatDay().minusDays(1)), 2);

        Answer refused = hours.book(ada, neubau.mira);

        assertThat(refused.status()).as("%s", refused).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("unknown-therapist");
    }

    @Test
    void whatLiesBeyondTheHorizonStaysAsItIs() {
        deliver(Records.of(neubau.knownUntilTheDayBefore(), 2));
        assertThat(everything()).containsExactly("BOOKED 1");

        adaIsDisplaced();
        deliver(Records.of(neubau.knownUntilTheDayBefore(), 3));
        assertThat(everything()).hasSize(2).first().isEqualTo("BOOKED 2 therapist-not-working");
    }

    @Test
    void aVisitThatHasBegunIsLeftAlone() {
        clock.set(neubau.ten());

        deliver(Records.of(neubau.awayThatDay(), 2));

        assertThat(everything()).containsExactly("BOOKED 1");
    }

    @Test
    void aVisitCheckedInAheadOfItsTimeIsDisplacedToo() {
        clock.set(neubau.ten().minus(Duration.ofMinutes(30)));
        assertThat(step("check-in", 1)).isEqualTo(200);

        deliver(Records.of(neubau.awayThatDay(), 2));
        assertThat(everything()).first().isEqualTo("CHECKED_IN 3 therapist-not-working");

        assertThat(step("undo", 3)).isEqualTo(200);
        assertThat(everything()).first().isEqualTo("BOOKED 4 therapist-not-working");
    }

    @Test
    void theWorkListShowsWhatIsDisplacedUntilItIsCalledOff() {
        deliver(Records.of(neubau.awayThatDay(), 2));

        Answer list = owner.get(PATH + "?displaced=true&location=" + neubau.id);
        assertThat(list.body().at("/items")).hasSize(1);
        assertThat(list.body().at("/items/0/displaced").asString()).isEqualTo("therapist-not-working");
        assertThat(owner.get(PATH + "?displaced=false&status=BOOKED&location=" + neubau.id)
                        .body()
                        .at("/items"))
                .isEmpty();
        assertThat(owner.get(PATH + "/" + visit + "/history")
                        .body()
                        .at("/items/1/actor")
                        .asString())
                .isEqualTo("service:booking-service");

        assertThat(owner.post(PATH + "/" + visit + "/cancellation", "{\"cause\":\"sick\"}", "If-Match", "\"2\"")
                        .status())
                .isEqualTo(200);
        assertThat(owner.get(PATH + "?displaced=true&location=" + neubau.id)
                        .body()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void aBookingThatHasNotCommittedYetIsDisplacedBySupplyThatWaitsForIt() {
        TherapistId noor = new TherapistId(UUID.randomUUID());
        availability.learn(neubau.working(noor), 1);
        deliver(Records.of(neubau.working(noor), 1));
        ClientId bela = hours.client();

        record Both(CompletableFuture<Answer> booking, CompletableFuture<Void> change) {}
        Both both = transaction.execute(status -> {
            hours.claimForAMoment(visit, bela);
            CompletableFuture<Answer> booking = CompletableFuture.supplyAsync(() -> hours.book(bela, noor));
            waitUntilWaiting("the booking holds its locks and waits for the claim", 1);
            CompletableFuture<Void> change =
                    CompletableFuture.runAsync(() -> deliver(Records.of(neubau.awayThatDay(noor), 2)));
            Probe.waitUntil("the change waits for the booking", () -> change.isDone() || waiting() == 2);
            status.setRollbackOnly();
            return new Both(booking, change);
        });

        both.change().join();
        Answer booked = both.booking().join();
        assertThat(booked.status()).as("%s", booked).isEqualTo(201);
        assertThat(owner.get(PATH + "/" + booked.createdId())
                        .body()
                        .path("displaced")
                        .asString(""))
                .isEqualTo("therapist-not-working");
    }

    @Test
    void aBookingThatComesWhileSupplyIsStoredSeesIt() {
        ClientId bela = hours.client();

        for (int i = 0; i < 10; i++) {
            inbox.clear("supply");
            jdbc.sql("DELETE FROM supply_snapshots").update();
            TherapistId another = new TherapistId(UUID.randomUUID());
            availability.learn(neubau.working(another), 1);
            CompletableFuture<Void> change =
                    CompletableFuture.runAsync(() -> deliver(Records.of(neubau.awayThatDay(another), 2)));
            Answer booked = hours.book(bela, another);
            change.join();
            if (booked.status() == 201) {
                assertThat(owner.get(PATH + "/" + booked.createdId())
                                .body()
                                .path("displaced")
                                .asString(""))
                        .isEqualTo("therapist-not-working");
                hours.free(UUID.fromString(booked.createdId()));
            } else {
                assertThat(booked.code()).isEqualTo("outside-working-time");
            }
        }
    }

    @Test
    void aVisitCalledOffAtTheSameMomentIsNotDisplaced() {
        CompletableFuture<Void> change = transaction.execute(status -> {
            jdbc.sql("UPDATE appointments SET status = 'CANCELLED', version = 2 WHERE id = ?")
                    .param(visit)
                    .update();
            CompletableFuture<Void> waits =
                    CompletableFuture.runAsync(() -> deliver(Records.of(neubau.awayThatDay(), 2)));
            waitUntilWaiting("the change waits for the row", 1);
            return waits;
        });

        change.join();
        assertThat(everything()).containsExactly("CANCELLED 2");
    }

    @Test
    void fiveHundredVisitsAreDisplacedInOneTransactionOfFewStatements() {
        hours.bookAlikeOnOtherDays(visit, 499);
        ((CrashingDataSource) dataSource).crashAt(30);

        deliver(Records.of(neubau.awayForGood(), 2));

        assertThat(((CrashingDataSource) dataSource).recover())
                .as("thirty statements")
                .isFalse();
        assertThat(jdbc.sql("""
                        SELECT count(*) || ' in ' || count(DISTINCT xmin::text) FROM appointments
                        WHERE location_id = ? AND displaced = 'therapist-not-working' AND version = 2
                        """).param(neubau.id.value()).query(String.class).single())
                .isEqualTo("500 in 1");
        assertThat(jdbc.sql("SELECT count(DISTINCT subject) FROM outbox")
                        .query(Integer.class)
                        .single())
                .isEqualTo(500);
    }

    private List<String> displaced() {
        return owner.get(PATH + "?displaced=true&location=" + neubau.id)
                .body()
                .path("items")
                .valueStream()
                .map(each -> each.path("displaced").asString())
                .toList();
    }

    private int step(String step, long version) {
        return owner.post(PATH + "/" + visit + "/" + step, "{}", "If-Match", "\"" + version + "\"")
                .status();
    }

    private void deliver(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(Topics.LOCATIONS)) {
            listener.location(record);
        } else {
            listener.therapist(record);
        }
    }

    private List<String> everything() {
        return hours.everything(visit);
    }

    private void adaIsBooked() {
        inbox.clear("supply");
        jdbc.sql("DELETE FROM supply_snapshots").update();
        jdbc.sql("DELETE FROM outbox").update();
        hours.free(visit);
        visit = hours.booked(ada, neubau.mira);
    }

    private void adaIsDisplaced() {
        adaIsBooked();
        deliver(Records.of(neubau.open(), 1));
        deliver(Records.of(neubau.awayThatDay(), 2));
    }

    private void waitUntilWaiting(String what, int many) {
        Probe.waitUntil(what, () -> waiting() == many);
    }

    private int waiting() {
        return jdbc.sql("""
                SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted
                """).query(Integer.class).single();
    }
}
