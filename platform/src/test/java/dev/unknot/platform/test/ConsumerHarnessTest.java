package dev.unknot.platform.test;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.common.event.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Consumers of which all but one are wrong, each in a way that only one part of the harness sees. */
class ConsumerHarnessTest {

    private static final UUID ALDER = UUID.randomUUID();
    private static final UUID BIRCH = UUID.randomUUID();

    private final List<ConsumerRecord<String, byte[]>> records = List.of(
            Records.ofUnknownType(Topics.APPOINTMENTS, ALDER, 1),
            Records.ofUnknownType(Topics.APPOINTMENTS, ALDER, 2),
            Records.ofUnknownType(Topics.APPOINTMENTS, BIRCH, 1));

    private CrashingDataSource dataSource;
    private JdbcClient jdbc;
    private TransactionTemplate transaction;

    @BeforeEach
    void createTables() {
        Database database = Infrastructure.get().newDatabase();
        database.execute("CREATE TABLE visits (room uuid PRIMARY KEY, visits int, latest bigint)");
        database.execute("CREATE TABLE seen (event text PRIMARY KEY)");
        dataSource = new CrashingDataSource(
                new DriverManagerDataSource(database.url(), database.username(), database.password()));
        jdbc = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    @Test
    void aConsumerThatNotesTheEventInTheEffectsTransactionPasses() {
        Consumer<ConsumerRecord<String, byte[]>> consumer = record -> transaction.executeWithoutResult(any -> {
            if (noteFirstSight(record)) {
                count(record);
            }
        });

        assertThatNoException().isThrownBy(() -> check(consumer));
    }

    @Test
    void oneThatCountsEveryDeliveryFails() {
        assertThatThrownBy(() -> check(this::count)).hasMessageContaining("each delivered twice");
    }

    @Test
    void oneThatNotesTheEventBeforeItsEffectFailsOnlyInACrash() {
        Consumer<ConsumerRecord<String, byte[]>> consumer = record -> {
            if (noteFirstSight(record)) {
                count(record);
            }
        };

        assertThatThrownBy(() -> check(consumer)).hasMessageContaining("crashed at step 2 of record 1");
    }

    @Test
    void oneThatSwallowsACrashFails() {
        Consumer<ConsumerRecord<String, byte[]>> consumer = record -> {
            try {
                transaction.executeWithoutResult(any -> {
                    if (noteFirstSight(record)) {
                        count(record);
                    }
                });
            } catch (RuntimeException swallowed) {
                return;
            }
        };

        assertThatThrownBy(() -> check(consumer)).hasMessageContaining("crashed at step 1 of record 1");
    }

    @Test
    void oneThatBelievesTheLastWordFailsUnlessTheLogKeepsTheOrder() {
        Consumer<ConsumerRecord<String, byte[]>> consumer =
                record -> jdbc.sql("INSERT INTO visits VALUES (:room, 1, :sequence)"
                                + " ON CONFLICT (room) DO UPDATE SET latest = :sequence")
                        .param("room", UUID.fromString(record.key()))
                        .param("sequence", sequence(record))
                        .update();

        assertThatThrownBy(() -> check(consumer)).hasMessageContaining("in the order [");
        assertThatNoException()
                .isThrownBy(() -> harness(consumer).inOrderPerKey().check(records));
    }

    @Test
    void aDataSourceTheConsumerDoesNotUseIsNoticed() {
        assertThatThrownBy(() -> check(record -> {})).hasMessageContaining("uses another one");
    }

    private void check(Consumer<ConsumerRecord<String, byte[]>> consumer) {
        harness(consumer).check(records);
    }

    private ConsumerHarness harness(Consumer<ConsumerRecord<String, byte[]>> consumer) {
        return ConsumerHarness.of(consumer, this::rows, this::empty).crashing(dataSource);
    }

    private Object rows() {
        return jdbc.sql("SELECT * FROM visits ORDER BY room").query().listOfRows();
    }

    private void empty() {
        jdbc.sql("TRUNCATE visits, seen").update();
    }

    private boolean noteFirstSight(ConsumerRecord<String, byte[]> record) {
        return jdbc.sql("INSERT INTO seen VALUES (?) ON CONFLICT DO NOTHING")
                        .param(header(record, "ce_id"))
                        .update()
                == 1;
    }

    private void count(ConsumerRecord<String, byte[]> record) {
        jdbc.sql("INSERT INTO visits VALUES (?, 1) ON CONFLICT (room) DO UPDATE SET visits = visits.visits + 1")
                .param(UUID.fromString(record.key()))
                .update();
    }

    private static long sequence(ConsumerRecord<String, byte[]> record) {
        return Long.parseLong(header(record, "ce_sequence"));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
