package dev.unknot.devstack.endtoend;

import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Probe;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Books four visits a second, each at a time of its own, and cancels every fourth. What gets no answer, or one that the
 * server is in trouble, is asked again under the same key.
 */
final class BookingStream implements AutoCloseable {

    private static final int FIRST_HOUR = 9;
    private static final int HOURS = 10;

    /** Of one call: a server that was killed may take as long to be back, and a single try half a minute. */
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private final Clinic clinic;
    private final List<String> clients;
    private final int firstDay;
    private final AtomicInteger next = new AtomicInteger();
    private final List<String> booked = new CopyOnWriteArrayList<>();
    private final List<String> cancelled = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> running;

    /** @param firstDay counted from today; ten visits fit into each */
    BookingStream(Clinic clinic, List<String> clients, int firstDay) {
        this.clinic = clinic;
        this.clients = clients;
        this.firstDay = firstDay;
        this.running = thread.scheduleWithFixedDelay(this::bookOne, 0, 250, TimeUnit.MILLISECONDS);
    }

    /** Of the visits whose booking was answered. */
    List<String> booked() {
        return booked;
    }

    List<String> cancelled() {
        return cancelled;
    }

    /** Lets what was begun come to its end, and fails if one could not be booked. */
    @Override
    public void close() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(3 * RECOVERY.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("a booking is still under way");
        }
        if (running.state() == Future.State.FAILED) {
            throw new AssertionError(running.exceptionNow());
        }
    }

    private void bookOne() {
        int number = next.getAndIncrement();
        String client = clients.get(number % clients.size());
        Answer answer = answered("/api/v1/appointments", clinic.wish(client, start(number), 30), Set.of(201));
        booked.add(answer.createdId());
        if (number % 4 == 3) {
            answered(
                    "/api/v1/appointments/" + answer.createdId() + "/cancellation",
                    Map.of("cause", "client-asked"),
                    // Refused: an earlier try had done it and only its answer was lost.
                    Set.of(200, 409, 412),
                    "If-Match",
                    answer.etag());
            cancelled.add(answer.createdId());
        }
    }

    private Answer answered(String path, Object body, Set<Integer> wanted, String... headers) {
        String key = Clinic.key();
        AtomicReference<@Nullable Answer> last = new AtomicReference<>();
        Probe.waitUntil("the call is answered", RECOVERY, () -> {
            try {
                Answer answer = clinic.booking().with("Idempotency-Key", key).post(path, body, headers);
                if (!wanted.contains(answer.status()) && answer.status() < 500) {
                    throw new AssertionError(path + " is refused: " + answer);
                }
                last.set(answer);
                return wanted.contains(answer.status());
            } catch (UncheckedIOException unanswered) {
                return false;
            }
        });
        return Objects.requireNonNull(last.get());
    }

    private Instant start(int number) {
        return LocalDate.now(clinic.zone())
                .plusDays(firstDay + number / HOURS)
                .atTime(FIRST_HOUR + number % HOURS, 0)
                .atZone(clinic.zone())
                .toInstant();
    }
}
