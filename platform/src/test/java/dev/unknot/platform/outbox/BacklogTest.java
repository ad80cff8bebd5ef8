package dev.unknot.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.event.Topics;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Infrastructure;
import dev.unknot.platform.test.Probe;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A relay session that has met a small outbox meets a large one, whatever PostgreSQL believes of the table. */
class BacklogTest {

    private static final int BATCH = 500;
    private static final int LARGE = 30_000;

    /** More often than the driver and the server need to keep a plan. */
    private static final int UNTIL_PLANS_ARE_KEPT = 12;

    private final RelayStage stage = new RelayStage(Infrastructure.get().bootstrapServers());

    @Test
    void aMillionEventsAreReadByBatchesAfterTheEmptyTableWasAnalyzed() throws SQLException {
        stage.database.sql("VACUUM ANALYZE outbox").update();
        try (RelaySession session = sessionWithKeptPlans()) {
            announceOthers(1_000_000);
            assertThat(session.read(List.of(), BATCH)).hasSize(BATCH);
            assertThat(session.readAfter(List.of(), 500_000, BATCH)).hasSize(BATCH);
        }
        assertThat(rowsLookedAt()).isEqualTo(2 * BATCH);
    }

    @Test
    void aBacklogIsReadByBatchesOnATableThatWasNeverAnalyzed() throws SQLException {
        try (RelaySession session = sessionWithKeptPlans()) {
            announceOthers(LARGE);
            assertThat(session.read(List.of(), BATCH)).hasSize(BATCH);
        }
        assertThat(rowsLookedAt()).isEqualTo(BATCH);
    }

    @Test
    void aBacklogIsReadByBatchesByASessionThatHasNoPlansYet() throws SQLException {
        stage.database.sql("VACUUM ANALYZE outbox").update();
        announceOthers(LARGE);
        try (RelaySession session = RelaySession.open(stage.address(), Map.of())) {
            assertThat(session.read(List.of(), BATCH)).hasSize(BATCH);
        }
        assertThat(rowsLookedAt()).isEqualTo(BATCH);
    }

    @Test
    void aBacklogIsReadByBatchesWhereEveryEventWasParkedWhenTheTableWasAnalyzed() throws SQLException {
        announceOthers(40);
        stage.database
                .sql("UPDATE outbox SET parked_at = now(), parked_reason = 'TooLarge'")
                .update();
        stage.database.sql("VACUUM ANALYZE outbox").update();
        try (RelaySession session = sessionWithKeptPlans()) {
            announceOthers(LARGE);
            assertThat(session.read(List.of(), BATCH)).hasSize(BATCH);
        }
        // Twice for the first look, which does not know yet what is parked.
        long readsOfTheParked = (UNTIL_PLANS_ARE_KEPT + 2) * 2 * 40;
        assertThat(rowsLookedAt()).isLessThanOrEqualTo(BATCH + readsOfTheParked);
    }

    @Test
    void aBacklogIsReadByBatchesAfterAnotherWasDeletedAtOnce() throws SQLException {
        announceOthers(LARGE);
        stage.database.sql("VACUUM ANALYZE outbox").update();
        stage.database.sql("DELETE FROM outbox").update();
        try (RelaySession session = sessionWithKeptPlans()) {
            announceOthers(LARGE);
            assertThat(session.read(List.of(), BATCH)).hasSize(BATCH);
        }
        long deleted = LARGE;
        long lookedAtToPlan = 10;
        assertThat(rowsLookedAt()).isBetween(deleted + BATCH, deleted + BATCH + lookedAtToPlan);
    }

    @Test
    void whatIsAcknowledgedIsFoundByItsPosition() throws SQLException {
        stage.database.sql("VACUUM ANALYZE outbox").update();
        try (RelaySession session = sessionWithKeptPlans()) {
            announceOthers(LARGE);
            List<OutboxRow> first = session.read(List.of(), BATCH);
            List<OutboxRow> second = session.read(first, BATCH);
            session.delete(second);
        }
        assertThat(rowsLookedAt()).isEqualTo(4 * BATCH);
        assertThat(stage.waiting()).isEqualTo(LARGE - 2 * BATCH);
    }

    @Test
    void eventsBehindAParkedOneWaitAndOthersFillTheBatch() throws SQLException {
        UUID poisoned = Ids.next();
        try (RelaySession session = sessionWithKeptPlans()) {
            stage.announceAll(List.of(poisoned), 3);
            announceOthers(LARGE);
            session.park(session.read(List.of(), 1).getFirst(), OffsetDateTime.now(ZoneOffset.UTC), "TooLarge");

            assertThat(session.read(List.of(), BATCH))
                    .hasSize(BATCH)
                    .noneMatch(row -> subject(row).equals(poisoned));
            assertThat(session.readAfter(List.of(), 0, BATCH))
                    .hasSize(BATCH)
                    .noneMatch(row -> subject(row).equals(poisoned));

            stage.database
                    .sql("UPDATE outbox SET parked_at = NULL, parked_reason = NULL WHERE subject = ?")
                    .param(poisoned)
                    .update();
            assertThat(session.read(List.of(), 3))
                    .hasSize(3)
                    .allMatch(row -> subject(row).equals(poisoned));
        }
    }

    @Test
    void itsFiguresTellTheOldestAndTheParkedWithoutALookAtTheOthers() {
        stage.database.sql("VACUUM ANALYZE outbox").update();
        Clock clock = Clock.systemUTC();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (SingleConnectionDataSource connection = stage.connection()) {
            new OutboxMetrics(JdbcClient.create(connection), clock).bindTo(meters);
            for (int time = 0; time < UNTIL_PLANS_ARE_KEPT; time++) {
                assertThat(figures(meters)).containsExactly(0.0, 0.0);
            }
            announceOthers(LARGE);
            assertThat(meters.get("unknot.outbox.parked").gauge().value()).isZero();
            assertThat(meters.get("unknot.outbox.oldest").gauge().value()).isPositive();
            var unused = JdbcClient.create(connection)
                    .sql("SELECT pg_stat_force_next_flush() IS NULL")
                    .query(Boolean.class)
                    .list();
        }
        assertThat(rowsLookedAt()).isLessThan(10);
    }

    private static List<Double> figures(SimpleMeterRegistry meters) {
        return List.of(
                meters.get("unknot.outbox.parked").gauge().value(),
                meters.get("unknot.outbox.oldest").gauge().value());
    }

    private static UUID subject(OutboxRow row) {
        return row.envelope().subject();
    }

    private RelaySession sessionWithKeptPlans() throws SQLException {
        RelaySession session = RelaySession.open(stage.address(), Map.of());
        for (int time = 0; time < UNTIL_PLANS_ARE_KEPT; time++) {
            assertThat(session.read(List.of(), BATCH)).isEmpty();
            session.delete(List.of());
        }
        return session;
    }

    /** One event each of so many clients. */
    private void announceOthers(int clients) {
        stage.database.sql("""
                        INSERT INTO outbox (topic, event_id, source, type, subject, sequence, time, actor, data)
                        SELECT ?, gen_random_uuid(), '/stage', 'x', gen_random_uuid(), 1, now(), 'a', repeat('a', 400)::bytea
                        FROM generate_series(1, ?)""").param(Topics.CLIENTS).param(clients).update();
    }

    /** By all sessions so far; a session counts when it ends. */
    private long rowsLookedAt() {
        Probe.waitUntil(
                "all other sessions have ended",
                () -> stage.database.sql("""
                                SELECT count(*) FROM pg_stat_activity
                                WHERE backend_type = 'client backend' AND datname = current_database()
                                  AND pid <> pg_backend_pid()""").query(Long.class).single() == 0);
        return stage.database
                .sql("SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_user_tables WHERE relname = 'outbox'")
                .query(Long.class)
                .single();
    }
}
