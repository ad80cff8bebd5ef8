package dev.unknot.platform.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.platform.PlatformTest;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.problem.Rejection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

@PlatformTest
class AttemptsTest {

    @Autowired
    private Attempts attempts;

    @Autowired
    private ResourceLocks locks;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void twoCounters() {
        database.sql("DROP TABLE IF EXISTS counter").update();
        database.sql("CREATE TABLE counter (name text PRIMARY KEY, value int NOT NULL)")
                .update();
        database.sql("INSERT INTO counter VALUES ('left', 0), ('right', 0)").update();
    }

    @Test
    void theLoserOfADeadlockStartsOver() throws InterruptedException, ExecutionException {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger started = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Void> one = threads.submit(() -> countBoth("left", "right", bothHoldOne, started));
            Future<Void> other = threads.submit(() -> countBoth("right", "left", bothHoldOne, started));
            one.get();
            other.get();
        }
        assertThat(started).hasValueGreaterThan(2);
        assertThat(value("left")).isEqualTo(2);
        assertThat(value("right")).isEqualTo(2);
    }

    @Test
    void anotherChoiceIsTriedInANewTransaction() {
        AtomicInteger attempt = new AtomicInteger();

        int chosen = attempts.run(() -> {
            increment("left");
            if (attempt.incrementAndGet() < 3) {
                throw new TryAgain(Rejection.conflict("slot-taken", "That time has just been taken."));
            }
            return attempt.get();
        });

        assertThat(chosen).isEqualTo(3);
        assertThat(value("left")).isEqualTo(1);
    }

    @Test
    void whenNoAttemptIsLeftTheRefusalIsGiven() {
        AtomicInteger attempt = new AtomicInteger();

        assertThatThrownBy(() -> attempts.run(() -> {
                    attempt.incrementAndGet();
                    throw new TryAgain(Rejection.conflict("slot-taken", "That time has just been taken."));
                }))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo("slot-taken"));
        assertThat(attempt).hasValue(8);
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        AtomicInteger attempt = new AtomicInteger();

        assertThatThrownBy(() -> attempts.run(() -> {
                    attempt.incrementAndGet();
                    throw Rejection.conflict("slot-taken", "That time has just been taken.");
                }))
                .isInstanceOf(Rejection.class);
        assertThat(attempt).hasValue(1);
    }

    @Test
    void callersThatLockTheSameThingsInAnyOrderDoNotDeadlock() throws InterruptedException, ExecutionException {
        List<UUID> things = Stream.generate(Ids::next).limit(20).toList();
        AtomicInteger started = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                List<UUID> mine = new ArrayList<>(things);
                Collections.shuffle(mine);
                runs.add(threads.submit(() -> attempts.run(() -> {
                    started.incrementAndGet();
                    locks.lock(mine);
                    int before = value("left");
                    database.sql("UPDATE counter SET value = ? WHERE name = 'left'")
                            .param(before + 1)
                            .update();
                    return before;
                })));
            }
            for (Future<Integer> run : runs) {
                run.get();
            }
        }
        assertThat(started).hasValue(80);
        assertThat(value("left")).isEqualTo(80);
    }

    @Test
    void locksNeedATransactionToEndWith() {
        assertThatThrownBy(() -> locks.lock(List.of(Ids.next()))).isInstanceOf(IllegalTransactionStateException.class);
    }

    private Void countBoth(String first, String second, CyclicBarrier bothHoldOne, AtomicInteger started) {
        return attempts.run(() -> {
            boolean retried = started.incrementAndGet() > 2;
            increment(first);
            if (!retried) {
                meet(bothHoldOne);
            }
            increment(second);
            return null;
        });
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void increment(String counter) {
        database.sql("UPDATE counter SET value = value + 1 WHERE name = ?")
                .param(counter)
                .update();
    }

    private int value(String counter) {
        return database.sql("SELECT value FROM counter WHERE name = ?")
                .param(counter)
                .query(Integer.class)
                .single();
    }
}
