package dev.unknot.therapist.schedule;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.therapist.Clinic;
import dev.unknot.therapist.location.Premises;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest(properties = {"unknot.horizon.look-every=PT1H", "unknot.outbox.relay=false"})
class HorizonRollTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

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
        // Far from midnight, at which everything is published once more.
        clock.set(LocalDate.now(BERLIN).atTime(12, 0).atZone(BERLIN).toInstant());
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

    /** Three weeks take turns; the clocks of Berlin go forward on the twenty-eighth. */
    @Test
    void aRotaIsRolledOnDayByDayThroughTheChangeOfTheClocks() {
        LocalDate thursday = LocalDate.of(2027, 3, 18);
        clock.set(thursday.atTime(12, 0).atZone(BERLIN).toInstant());
        TherapistId mira = clinic.employed(Clinic.mira(berlin));
        Answer put = clinic.putRota(
                mira,
                "2027-03-17",
                3,
                Clinic.shift(berlin, MONDAY, "09:00", "12:00"),
                Clinic.shift(berlin, MONDAY, "14:00", "17:00").inWeek(2),
                Clinic.shift(berlin, WEDNESDAY, "10:00", "13:00").inWeek(3));
        assertThat(put.status()).as("%s", put).isEqualTo(200);

        for (int days = 1; days <= 23; days++) {
            clock.moveBy(Duration.ofDays(1));
            roll.roll();

            LocalDate today = thursday.plusDays(days);
            assertThat(snapshot(mira, 2 + days).workingTime())
                    .as("as told on %s", today)
                    .extracting(WorkingTime::during)
                    .containsExactlyElementsOf(today.datesUntil(today.plusDays(181))
                            .flatMap(HorizonRollTest::byHand)
                            .toList());
        }
    }

    /** Week 1 begins on the fifteenth, a Monday. */
    private static Stream<TimeRange> byHand(LocalDate day) {
        long week = ChronoUnit.DAYS.between(LocalDate.of(2027, 3, 15), day) / 7 % 3 + 1;
        return switch (day.getDayOfWeek() + " of week " + week) {
            case "MONDAY of week 1" -> Stream.of(hours(day, 9, 12));
            case "MONDAY of week 2" -> Stream.of(hours(day, 14, 17));
            case "WEDNESDAY of week 3" -> Stream.of(hours(day, 10, 13));
            default -> Stream.empty();
        };
    }

    private static TimeRange hours(LocalDate day, int from, int to) {
        return new TimeRange(
                day.atTime(from, 0).atZone(BERLIN).toInstant(),
                day.atTime(to, 0).atZone(BERLIN).toInstant());
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

    private TherapistSnapshot snapshot(TherapistId therapist, long version) {
        byte[] data = database.sql("SELECT data FROM outbox WHERE subject = ? AND sequence = ?")
                .params(therapist.value(), version)
                .query(byte[].class)
                .single();
        return JsonMapper.shared().readValue(data, TherapistSnapshot.class);
    }

    private List<Long> announced(TherapistId therapist) {
        return database.sql("SELECT sequence FROM outbox WHERE subject = ? ORDER BY sequence")
                .param(therapist.value())
                .query(Long.class)
                .list();
    }
}
