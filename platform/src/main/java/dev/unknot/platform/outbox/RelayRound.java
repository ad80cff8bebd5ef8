package dev.unknot.platform.outbox;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a batch and sends it in waves: each wave has at most one row of a key, the next begins when all are answered. Where
 * there is more than a batch, the next is read while the first wave is handed over and in flight.
 */
final class RelayRound {

    private static final Logger LOG = LoggerFactory.getLogger(RelayRound.class);

    /** So that one busy key does not keep rows of others, written meanwhile, waiting. */
    private static final int MOST_WAVES = 20;

    /** Batches read ahead, after which all is looked through again for what was committed late at a lower position. */
    private static final int MOST_IN_A_ROW = 20;

    /**
     * A session that was not heard of for longer may be another's by now: what it read ahead is read again. Far below the
     * time for which a successor waits.
     */
    private static final Duration STILL_OURS = Duration.ofMillis(500);

    /** Of the two ends of a burst, the broker's and the table's, neither waits while the other is served. */
    private static final Executor BESIDE =
            work -> Thread.ofVirtual().name("outbox-handing").start(work);

    private final RelaySession session;
    private final Sender sender;
    private final Clock clock;

    /** Deleted with the next look at the table, while the broker has work: should that not come, they are sent twice. */
    private final List<OutboxRow> acknowledged = new ArrayList<>();

    /**
     * What follows the last batch, read while that was in flight. Good only when all of that was acknowledged: a row of a key
     * that still waits must not overtake it.
     */
    private List<OutboxRow> ahead = List.of();

    private int inARow;

    RelayRound(RelaySession session, Sender sender, Clock clock) {
        this.session = session;
        this.sender = sender;
        this.clock = clock;
    }

    Result run(int batch) throws SQLException, InterruptedException {
        List<OutboxRow> rows = next(batch);
        Map<OutboxRow.Key, Queue<OutboxRow>> waiting = new LinkedHashMap<>();
        rows.forEach(row ->
                waiting.computeIfAbsent(row.key(), key -> new ArrayDeque<>()).add(row));
        boolean more = rows.size() == batch && inARow < MOST_IN_A_ROW;
        inARow = more ? inARow + 1 : 0;
        List<OutboxRow> next = List.of();
        int settled = 0;
        for (int wave = 0; wave < MOST_WAVES && !waiting.isEmpty(); wave++) {
            List<OutboxRow> heads =
                    waiting.values().stream().map(Queue::element).toList();
            Sender.InFlight inFlight;
            if (wave == 0 && more) {
                CompletableFuture<Sender.InFlight> handed =
                        CompletableFuture.supplyAsync(() -> sender.hand(heads), BESIDE);
                next = readAhead(handed, rows.getLast().position(), batch);
                inFlight = handed.join();
            } else {
                inFlight = sender.hand(heads);
            }
            Sender.Sent sent = inFlight.await();
            settle(sent, waiting);
            settled += sent.acknowledged.size();
            if (sent.failure != null) {
                finish();
                return new Result(rows.size(), sent.failure);
            }
        }
        if (settled == rows.size()) {
            ahead = next;
        }
        return new Result(rows.size(), null);
    }

    /** Leaves nothing in the table that was acknowledged. */
    void finish() throws SQLException {
        if (!acknowledged.isEmpty()) {
            session.delete(acknowledged);
            acknowledged.clear();
        }
    }

    private List<OutboxRow> next(int batch) throws SQLException {
        List<OutboxRow> readAhead = ahead;
        ahead = List.of();
        if (!readAhead.isEmpty() && session.sinceLastAnswer().compareTo(STILL_OURS) < 0) {
            return readAhead;
        }
        List<OutboxRow> rows = session.read(acknowledged, batch);
        acknowledged.clear();
        return rows;
    }

    /** While what was read before is handed over and the broker works on it. */
    private List<OutboxRow> readAhead(CompletableFuture<Sender.InFlight> handed, long position, int batch)
            throws SQLException, InterruptedException {
        try {
            List<OutboxRow> rows = session.readAfter(acknowledged, position, batch);
            acknowledged.clear();
            return rows;
        } catch (SQLException | RuntimeException lost) {
            // Whoever leads next must find nothing in flight.
            var unused = handed.join().await();
            throw lost;
        }
    }

    private void settle(Sender.Sent sent, Map<OutboxRow.Key, Queue<OutboxRow>> waiting) throws SQLException {
        acknowledged.addAll(sent.acknowledged);
        sent.acknowledged.forEach(row -> waiting.computeIfPresent(row.key(), (key, queue) -> {
            queue.remove();
            return queue.isEmpty() ? null : queue;
        }));
        for (Map.Entry<OutboxRow, String> never : sent.unsendable.entrySet()) {
            OutboxRow row = never.getKey();
            session.park(row, clock.instant().atOffset(ZoneOffset.UTC), never.getValue());
            waiting.remove(row.key());
            LOG.error(
                    "parked event {} {} at position {}, {}: later events of {} wait behind it",
                    row.envelope().type(),
                    row.envelope().id(),
                    row.position(),
                    never.getValue(),
                    row.envelope().subject());
        }
    }

    /** @param failure why the rest of the rows is to be read again */
    record Result(int rows, @Nullable Throwable failure) {}
}
