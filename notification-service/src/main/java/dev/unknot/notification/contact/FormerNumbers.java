package dev.unknot.notification.contact;

import dev.unknot.common.client.ClientId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The numbers that clients had before the one they have. A text that still comes from there is theirs, though no contact says so
 * any more, and goes when they are erased.
 */
@Repository
class FormerNumbers {
    private final JdbcClient jdbc;

    FormerNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param phone E.164; null: they had none, and nothing is to remember */
    void add(ClientId client, @Nullable String phone) {
        if (phone != null) {
            jdbc.sql("INSERT INTO former_numbers (client_id, phone) VALUES (?, ?) ON CONFLICT DO NOTHING")
                    .params(client.value(), phone)
                    .update();
        }
    }

    /** What a duplicate had, the one who is kept had. */
    void handOver(ClientId duplicate, ClientId kept) {
        take(duplicate).forEach(phone -> add(kept, phone));
    }

    /** All of a client's, which are forgotten by this. */
    Set<String> take(ClientId client) {
        return new HashSet<>(jdbc.sql("DELETE FROM former_numbers WHERE client_id = ? RETURNING phone")
                .param(client.value())
                .query(String.class)
                .list());
    }
}
