package dev.unknot.booking.supply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.event.Topics;
import dev.unknot.common.location.Address;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.inbox.Inbox;
import dev.unknot.platform.test.ConsumerHarness;
import dev.unknot.platform.test.Crashes;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.Records;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.transaction.ResourceLocks;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest(properties = "spring.kafka.listener.auto-startup=false")
@Import(Crashes.class)
class SupplyListenerTest {

    private static final TimeRange HORIZON = TimeRange.of(Instant.parse("2030-05-06T00:00:00Z"), Duration.ofDays(180));
    private static final RoomId ROOM = new RoomId(UUID.randomUUID());

    @Autowired
    private SupplyListener listener;

    @Autowired
    private Supply supply;

    @Autowired
    private ResourceLocks locks;

    @Autowired
    private Inbox inbox;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final LocationId neubau = new LocationId(UUID.randomUUID());
    private final TherapistId mira = new TherapistId(UUID.randomUUID());

    @Test
    void theLatestSnapshotIsKeptHoweverTheRecordsArrive() {
        ConsumerHarness.of(this::deliver, this::stored, this::forgetEverything)
                .crashing(dataSource)
                .check(List.of(
                        Records.of(location("Neubau", 1), 1),
                        Records.of(location("Neubau", 2), 2),
                        Records.of(therapist("swedish"), 3),
                        Records.of(therapist("shiatsu"), 4)));

        assertThat(supply.location(neubau).orElseThrow().version()).isEqualTo(2);
        assertThat(supply.location(neubau).orElseThrow().snapshot()).isEqualTo(location("Neubau", 2));
        assertThat(supply.therapist(mira).orElseThrow().snapshot()).isEqualTo(therapist("shiatsu"));
        assertThat(supply.versions(List.of(neubau.value(), mira.value(), UUID.randomUUID())))
                .hasSize(2)
                .containsEntry(mira.value(), 4L);
    }

    @Test
    void whoeverIsErasedIsGoneAndStaysGone() {
        forgetEverything();
        deliver(Records.of(therapist("swedish"), 1));
        deliver(Records.erasure(Topics.THERAPISTS, mira.value(), 2));
        deliver(Records.of(therapist("swedish"), 1));

        assertThat(supply.therapist(mira)).isEmpty();
    }

    @Test
    void aLocationChangesOnlyWhenNoBookingHoldsOneOfItsPlaces() {
        forgetEverything();
        deliver(Records.of(location("Neubau", 1), 1));

        CompletableFuture<Void> change = transaction.execute(status -> {
            locks.lock(List.of(new RoomPlace(ROOM, 0).resourceId()));
            CompletableFuture<Void> waiting =
                    CompletableFuture.runAsync(() -> deliver(Records.of(location("Closed", 0), 2)));
            awaitOneWaiter();
            assertThat(supply.versions(List.of(neubau.value()))).containsValue(1L);
            return waiting;
        });

        change.join();
        assertThat(supply.location(neubau).orElseThrow().snapshot().name()).isEqualTo("Closed");
    }

    private void deliver(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(Topics.LOCATIONS)) {
            listener.location(record);
        } else {
            listener.therapist(record);
        }
    }

    private List<String> stored() {
        return jdbc.sql("SELECT concat_ws(' ', id, kind, version, snapshot) FROM supply_snapshots ORDER BY id")
                .query(String.class)
                .list();
    }

    private void forgetEverything() {
        inbox.clear("supply");
        jdbc.sql("DELETE FROM supply_snapshots").update();
    }

    private void awaitOneWaiter() {
        Probe.waitUntil(
                "the change waits for the lock",
                () -> jdbc.sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                                .query(Long.class)
                                .single()
                        == 1);
    }

    private LocationSnapshot location(String name, int places) {
        return new LocationSnapshot(
                neubau,
                name,
                ZoneId.of("Europe/Vienna"),
                new Address("Lindengasse 1", "1070", "Wien", "AT"),
                "+4315261234",
                HORIZON,
                List.of(TimeRange.of(HORIZON.start().plus(Duration.ofHours(6)), Duration.ofHours(12))),
                places == 0
                        ? List.of()
                        : List.of(new RoomSnapshot(ROOM, "One", Set.of("table"), places, 10, List.of())));
    }

    private TherapistSnapshot therapist(String skill) {
        return new TherapistSnapshot(
                mira,
                "Mira Novak",
                Gender.FEMALE,
                Set.of(skill),
                null,
                TherapistState.ACTIVE,
                HORIZON,
                List.of(new WorkingTime(neubau, TimeRange.of(HORIZON.start(), Duration.ofHours(8)))));
    }
}
