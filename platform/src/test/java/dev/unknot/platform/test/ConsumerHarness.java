package dev.unknot.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What every consumer of events has to bear. Records are delivered once and in order, which gives the state to be
 * reached; then each twice, all twice, in other orders, and with a crash at every step of every record, after which
 * the record comes again. Each of these must end in the same state.
 */
public final class ConsumerHarness {

    private static final int STEPS_AT_MOST = 500;

    private final Consumer<ConsumerRecord<String, byte[]>> consumer;
    private final Supplier<?> state;
    private final Runnable reset;
    private final boolean orderPerKey;
    private final @Nullable CrashingDataSource dataSource;

    private ConsumerHarness(
            Consumer<ConsumerRecord<String, byte[]>> consumer,
            Supplier<?> state,
            Runnable reset,
            boolean orderPerKey,
            @Nullable CrashingDataSource dataSource) {
        this.consumer = consumer;
        this.state = state;
        this.reset = reset;
        this.orderPerKey = orderPerKey;
        this.dataSource = dataSource;
    }

    /**
     * @param consumer the listener's method, called on this thread; what it throws means "deliver again"
     * @param state what has to come out the same, compared by equals: rows without generated ids and times
     * @param reset makes everything as before the first record, the inbox included
     */
    public static ConsumerHarness of(
            Consumer<ConsumerRecord<String, byte[]>> consumer, Supplier<?> state, Runnable reset) {
        return new ConsumerHarness(consumer, state, reset, false, null);
    }

    /** @param dataSource the consumer's, wrapped by importing {@link Crashes} */
    public ConsumerHarness crashing(DataSource dataSource) {
        if (!(dataSource instanceof CrashingDataSource crashing)) {
            throw new IllegalArgumentException(
                    "not a crashing data source; does the test import Crashes? " + dataSource);
        }
        return new ConsumerHarness(consumer, state, reset, orderPerKey, crashing);
    }

    /** Leaves out orders in which records of one key overtake each other, for a consumer that relies on the log. */
    public ConsumerHarness inOrderPerKey() {
        return new ConsumerHarness(consumer, state, reset, true, dataSource);
    }

    public void check(List<ConsumerRecord<String, byte[]>> records) {
        Object expected = run("once and in order", records);

        assertEnd(expected, "each delivered twice", Deliveries.eachTwice(records));
        assertEnd(expected, "all delivered twice", Deliveries.allTwice(records));
        List<List<ConsumerRecord<String, byte[]>>> orders =
                orderPerKey ? Deliveries.orders(records, ConsumerRecord::key) : Deliveries.orders(records);
        for (List<ConsumerRecord<String, byte[]>> order : orders) {
            assertEnd(expected, "in the order " + places(records, order), order);
        }
        if (dataSource != null) {
            checkCrashes(expected, records, dataSource);
        }
    }

    private void checkCrashes(
            Object expected, List<ConsumerRecord<String, byte[]>> records, CrashingDataSource crashes) {
        int steps = 0;
        for (int crashed = 0; crashed < records.size(); crashed++) {
            int step = 1;
            while (crashes(expected, records, crashes, crashed, step)) {
                assertThat(step).as("steps of record %d", crashed + 1).isLessThan(STEPS_AT_MOST);
                step++;
            }
            steps += step - 1;
        }
        assertThat(steps)
                .as("steps of the consumer on its data source; none means it uses another one")
                .isPositive();
    }

    /** Answers whether the record had that many steps. */
    private boolean crashes(
            Object expected,
            List<ConsumerRecord<String, byte[]>> records,
            CrashingDataSource crashes,
            int crashed,
            int step) {
        String run = "crashed at step " + step + " of record " + (crashed + 1);
        reset.run();
        records.subList(0, crashed).forEach(record -> deliver(run, record));
        boolean happened = deliverCrashing(run, records.get(crashed), crashes, step);
        records.subList(crashed + 1, records.size()).forEach(record -> deliver(run, record));
        assertThat(state.get()).as(run).isEqualTo(expected);
        return happened;
    }

    private boolean deliverCrashing(
            String run, ConsumerRecord<String, byte[]> record, CrashingDataSource crashes, int step) {
        crashes.crashAt(step);
        try {
            consumer.accept(record);
            // A consumer that returns has said it is done; Kafka would not deliver the record again.
            return crashes.recover();
        } catch (RuntimeException | Error e) {
            if (!crashes.recover()) {
                throw new AssertionError(run + ": failed without a crash", e);
            }
            deliver(run, record);
            return true;
        }
    }

    private void assertEnd(Object expected, String run, List<ConsumerRecord<String, byte[]>> delivery) {
        assertThat(run(run, delivery)).as(run).isEqualTo(expected);
    }

    private Object run(String run, List<ConsumerRecord<String, byte[]>> delivery) {
        reset.run();
        delivery.forEach(record -> deliver(run, record));
        return state.get();
    }

    private void deliver(String run, ConsumerRecord<String, byte[]> record) {
        try {
            consumer.accept(record);
        } catch (RuntimeException e) {
            throw new AssertionError(run + ": refused " + record, e);
        }
    }

    private static <R> List<Integer> places(List<R> records, List<R> order) {
        return order.stream().map(record -> records.indexOf(record) + 1).toList();
    }
}
