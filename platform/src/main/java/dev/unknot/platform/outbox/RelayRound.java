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

/** Reads a batch and sends it in waves: each wave has at most one row of a key, the next begins when all are answered. */
final class RelayRound {

    private static final Logger LOG = LoggerFactory.getLogger(RelayRound.class);

    /** So that one busy key does not keep rows of others, written meanwhile, waiting. */
    private static final int MOST_WAVES = 20;

    private final RelaySession session;
    private final Sender sender;
    private final Clock clock;

    RelayRound(RelaySession session, Sender sender, Clock clock) {
        this.session = session;
        this.sender = sender;
        this.clock = clock;
    }

    Result run(int batch) throws SQLException, InterruptedException {
        List<OutboxRow> rows = session.read(batch);
        Map<OutboxRow.Key, Queue<OutboxRow>> waiting = new LinkedHashMap<>();
        rows.forEach(row ->
                waiting.computeIfAbsent(row.key(), key -> new ArrayDeque<>()).add(row));
        for (int wave = 0; wave < MOST_WAVES && !waiting.isEmpty(); wave++) {
            Sender.Sent sent =
                    sender.send(waiting.values().stream().map(Queue::element).toList());
            settle(sent, waiting);
            if (sent.failure != null) {
                return new Result(rows.size(), sent.failure);
            }
        }
        return new Result(rows.size(), null);
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
