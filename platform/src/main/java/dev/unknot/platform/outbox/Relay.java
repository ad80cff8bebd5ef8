package dev.unknot.platform.outbox;

import dev.unknot.platform.id.Ids;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;

/** Moves the outbox to Kafka. Of all instances on one database the holder of a session lock does; the others stand by. */
final class Relay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration STAND_BY = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    private final UUID id = Ids.next();
    private final JdbcConnectionDetails database;
    private final Map<String, String> driver;
    private final Supplier<Sender> senders;
    private final OutboxSettings settings;
    private final Clock clock;
    private final Bell bell;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    Relay(
            JdbcConnectionDetails database,
            Map<String, String> driver,
            Supplier<Sender> senders,
            OutboxSettings settings,
            Clock clock,
            Bell bell) {
        this.database = database;
        this.driver = driver;
        this.senders = senders;
        this.settings = settings;
        this.clock = clock;
        this.bell = bell;
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    /** Waits for what is in flight, so that the successor need not. */
    @Override
    public void stop() {
        stopping.countDown();
        bell.ring();
        Thread running = thread;
        if (running != null) {
            try {
                if (!running.join(LONGEST_STOP)) {
                    running.interrupt();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null && stopping.getCount() > 0;
    }

    /** Ends after the web server and the listeners, whose last commits it still relays. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        try {
            do {
                try (RelaySession session = RelaySession.open(database, driver)) {
                    lead(session);
                } catch (SQLException lost) {
                    LOG.warn("the outbox relay has no database: {}", lost.getMessage());
                } catch (InterruptedException stopped) {
                    throw stopped;
                } catch (Throwable unexpected) {
                    // An error too: a service whose relay has ended looks healthy and announces nothing.
                    LOG.error("the outbox relay failed and starts again", unexpected);
                }
            } while (!stoppedWithin(AFTER_FAILURE));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void lead(RelaySession session) throws SQLException, InterruptedException {
        while (!session.tryLead()) {
            if (stoppedWithin(STAND_BY)) {
                return;
            }
        }
        if (session.takeOverFromUnclean(id)) {
            LOG.info("the last outbox relay ended without a hand-over; waiting for its sends to end");
            if (stoppedWithin(settings.deliveryTimeout())) {
                return;
            }
        }
        try (Sender sender = senders.get()) {
            RelayRound round = new RelayRound(session, sender, clock);
            while (stopping.getCount() > 0) {
                RelayRound.Result result = round.run(settings.batch());
                if (result.failure() != null) {
                    LOG.warn("the outbox waits for Kafka: {}", result.failure().toString());
                    var unused = stoppedWithin(AFTER_FAILURE);
                } else if (result.rows() == 0) {
                    bell.await(settings.poll());
                }
            }
            round.finish();
        }
        session.handOver();
    }

    private boolean stoppedWithin(Duration longest) throws InterruptedException {
        return stopping.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }
}
