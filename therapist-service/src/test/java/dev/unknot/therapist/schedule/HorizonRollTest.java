package dev.unknot.therapist.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.therapist.Clinic;
import dev.unknot.therapist.location.Premises;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest(properties = {"unknot.horizon.look-every=PT1H", "unknot.outbox.relay=false"})
class HorizonRollTest {

    @Autowired
    private HorizonRoll roll;

    @Autowired
    private Premises premises;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Attempts attempts;

    @Autowired
    private TopicReader topics;

    @Autowired
    private Events events;

    @LocalServerPort
    private int port;

    private Clinic clinic;
    private LocationId berlin;

    @BeforeEach
    void berlinIsOpen() {
        clinic = new Clinic(Http.at(port).as(Tokens.owner()), topics, events);
        berlin = clinic.opened(Clinic.berlin());
    }

    @Test
    void severalInstancesAtOncePublishEachOnce() {
        List<TherapistId> staff = IntStream.range(0, 12)
                .mapToObj(i -> clinic.employed(Clinic.mira(berlin)))
                .toList();
        clock.moveBy(Duration.ofDays(1));

        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 4).forEach(i -> instances.execute(roll::roll));
        }

        assertThat(staff)
                .allSatisfy(therapist -> assertThat(announced(therapist)).containsExactly(1L, 2L));
    }

    @Test
    void oneThatIsBeingChangedIsLeftToWhoChangesIt() {
        TherapistId mira = clinic.employed(Clinic.mira(berlin));
        clock.moveBy(Duration.ofDays(1));

        var unused = attempts.<Boolean>run(() -> {
            lock(mira);
            try (var otherInstance = Executors.newVirtualThreadPerTaskExecutor()) {
                otherInstance.execute(roll::roll);
            }
            return true;
        });

        assertThat(announced(mira)).containsExactly(1L);
        roll.roll();
        assertThat(announced(mira)).containsExactly(1L, 2L);
    }

    @Test
    void nothingIsPublishedTwiceOnOneDay() {
        TherapistId mira = clinic.employed(Clinic.mira(berlin));

        Stream.generate(() -> roll).limit(3).forEach(HorizonRoll::roll);

        assertThat(announced(mira)).containsExactly(1L);
    }

    @Test
    void openingHoursDoNotChangeWhileSomeoneIsBeingEmployedThere() {
        try (var desk = Executors.newVirtualThreadPerTaskExecutor()) {
            var unused = attempts.<Boolean>run(() -> {
                assertThat(premises.heldOpeningTimes(List.of(berlin))).hasSize(1);
                desk.execute(() -> database.sql("UPDATE locations SET phone = '+49' WHERE id = ?")
                        .param(berlin.value())
                        .update());
                Probe.waitUntil("the change waits for the lock", () -> waiting() == 1);
                return true;
            });
        }
    }

    private long waiting() {
        return database.sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                        + " AND datname = current_database()")
                .query(Long.class)
                .single();
    }

    private void lock(TherapistId therapist) {
        var locked = database.sql("SELECT id FROM therapists WHERE id = ? FOR NO KEY UPDATE")
                .param(therapist.value())
                .query()
                .listOfRows();
        assertThat(locked).hasSize(1);
    }

    private List<Long> announced(TherapistId therapist) {
        return database.sql("SELECT sequence FROM outbox WHERE subject = ? ORDER BY sequence")
                .param(therapist.value())
                .query(Long.class)
                .list();
    }
}
