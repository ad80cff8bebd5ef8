package dev.unknot.booking.appointment;

import dev.unknot.platform.test.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Many callers at the same moment; whatever one of them throws fails the test. */
public final class Race {

    /** Of one who is told to try again shortly, as it happens on a busy machine to who waits for a connection. */
    private static final int TRIES = 10;

    private Race() {}

    /** What a call comes to that is made again while it cannot be answered. */
    public static Answer answered(Supplier<Answer> call) {
        Answer answer = call.get();
        for (int tried = 1; answer.status() == 503 && tried < TRIES; tried++) {
            answer = call.get();
        }
        return answer;
    }

    public static <T> List<T> of(int callers, IntFunction<Callable<T>> call) {
        CountDownLatch start = new CountDownLatch(1);
        CountDownLatch ready = new CountDownLatch(callers);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> runs = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                Callable<T> each = call.apply(i);
                runs.add(threads.submit(() -> {
                    ready.countDown();
                    start.await();
                    return each.call();
                }));
            }
            ready.await();
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> run : runs) {
                results.add(run.get(60, TimeUnit.SECONDS));
            }
            return results;
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new AssertionError(failure);
        }
    }
}
