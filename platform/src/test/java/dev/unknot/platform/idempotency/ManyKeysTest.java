package dev.unknot.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.platform.idempotency.StoredAnswers.Place;
import dev.unknot.platform.test.Database;
import dev.unknot.platform.test.Infrastructure;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A connection that has met no keys meets many. */
class ManyKeysTest {

    private static final int MANY = 20_000;

    /** More often than the driver and the server need to keep a plan. */
    private static final int UNTIL_PLANS_ARE_KEPT = 12;

    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    private final Database server = Infrastructure.get().newDatabase();
    private final SingleConnectionDataSource connection =
            new SingleConnectionDataSource(server.url(), server.username(), server.password(), true);
    private final JdbcClient database = JdbcClient.create(connection);
    private final StoredAnswers answers = new StoredAnswers(database, Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void aKeyIsFoundAndOldOnesAreSweptWithoutALookAtTheOthers() {
        Flyway.configure()
                .dataSource(server.url(), server.username(), server.password())
                .locations("classpath:db/platform")
                .load()
                .migrate();
        database.sql("VACUUM ANALYZE idempotency_keys").update();
        for (int time = 0; time < UNTIL_PLANS_ARE_KEPT; time++) {
            assertThat(answers.find(new Place("mira", "/receipts", "k" + time))).isEmpty();
            answers.sweep();
        }
        keys("recent", NOW, MANY);
        keys("old", NOW.minus(5, ChronoUnit.DAYS), 3);

        assertThat(answers.find(new Place("mira", "/receipts", "recent7"))).isPresent();
        answers.sweep();

        assertThat(rowsLookedAt()).isLessThan(100);
        assertThat(answers.find(new Place("mira", "/receipts", "old1"))).isEmpty();
        assertThat(answers.find(new Place("mira", "/receipts", "recent7"))).isPresent();
    }

    private void keys(String name, Instant storedAt, int number) {
        database.sql("""
                        INSERT INTO idempotency_keys
                            (caller, path, key, request_hash, status, location, etag, body, stored_at)
                        SELECT 'mira', '/receipts', ? || number, sha256(''), 201, '', '', '', ?
                        FROM generate_series(1, ?) AS number""")
                .param(name)
                .param(storedAt.atOffset(ZoneOffset.UTC))
                .param(number)
                .update();
    }

    private long rowsLookedAt() {
        var unused = database.sql("SELECT pg_stat_force_next_flush() IS NULL")
                .query(Boolean.class)
                .list();
        return database.sql(
                        "SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_user_tables WHERE relname = 'idempotency_keys'")
                .query(Long.class)
                .single();
    }
}
