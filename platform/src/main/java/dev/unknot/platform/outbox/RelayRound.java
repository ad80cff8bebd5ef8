package dev.unknot.platform.outbox;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a batch and sends it in waves: each wave has at most one row of a key, the next begins when all are answered. Where
 * there is more than a batch, the next is read while the first wave is in flight.
 */
final class RelayRound {

    private static final Logger LOG = LoggerFactory.getLogger(RelayRound.class);

    /** So that one busy key does not keep rows of others, written meanwhile, waiting. */
    private static final int MOST_WAVES = 20;

    /** Batches read ahead, after which all is looked through again for what was committed late at a lower position. */
    private static final int MOST_IN_A_ROW = 20;

    private final RelaySession session;
    private final Sender sender;
    private final Clock clock;

    /**
     * What follows the last batch, read while that was in flight. Good only when all of that was acknowledged: a row of a key
     * that still waits must not overtake it. Between the two the session is used for the delete, and so known to be ours.
     */
    private List<OutboxRow> ahead = List.of();

    private int inARow;

    RelayRound(RelaySession session, Sender sender, Clock clock) {
        this.session = session;
        this.sender = sender;
        this.clock = clock;
    }

    Result run(int batch) throws SQLException, InterruptedException {
        List<OutboxRow> rows = ahead.isEmpty() ? session.read(batch) : ahead;
        ahead = List.of();
        Map<OutboxRow.Key, Queue<OutboxRow>> waiting = new LinkedHashMap<>();
        rows.forEach(row ->
                waiting.computeIfAbsent(row.key(), key -> new ArrayDeque<>()).add(row));
        boolean more = rows.size() == batch && inARow < MOST_IN_A_ROW;
        inARow = more ? inARow + 1 : 0;
        List<OutboxRow> next = List.of();
        int settled = 0;
        for (int wave = 0; wave < MOST_WAVES && !waiting.isEmpty(); wave++) {
            Sender.InFlight inFlight =
                    sender.hand(waiting.values().stream().map(Queue::element).toList());
            if (wave == 0 && more) {
                next = readAhead(inFlight, rows.getLast().position(), batch);
            }
            Sender.Sent sent = inFlight.await();
            settle(sent, waiting);
            settled += sent.acknowledged.size();
            if (sent.failure != null) {
                return new Result(rows.size(), sent.failure);
            }
        }
        if (settled == rows.size()) {
            ahead = next;
        }
        return new Result(rows.size(), null);
    }

    /** While the broker works on what is in flight. */
    private List<OutboxRow> readAhead(Sender.InFlight inFlight, long position, int batch)
            throws SQLException, InterruptedException {
        try {
            return session.readAfter(position, batch);
        } catch (SQLException lost) {
            // Whoever leads next must find nothing in flight.
            var unused = inFlight.await();
            throw lost;
        }
    }

    private void settle(Sender.Sent sent, Map<OutboxRow.Key, Queue<OutboxRow>> waiting) throws SQLException {
        if (!sent.acknowledged.isEmpty()) {
            session.delete(sent.acknowledged);
        }
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
