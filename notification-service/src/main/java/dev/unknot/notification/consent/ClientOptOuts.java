package dev.unknot.notification.consent;

import static java.time.ZoneOffset.UTC;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.Channel;
import dev.unknot.notification.contact.ContactErased;
import dev.unknot.notification.contact.ContactsMerged;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What clients asked staff not to send them, by channel. */
@Repository
class ClientOptOuts {
    private final JdbcClient jdbc;
    private final Clock clock;

    ClientOptOuts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param staff who was asked, {@code role:subject} */
    record Asked(Instant since, String staff) {}

    Optional<Asked> find(ClientId client, Channel channel) {
        return jdbc.sql("SELECT since, staff FROM client_opt_outs WHERE client_id = ? AND channel = ?")
                .params(client.value(), channel.name())
                .query((row, number) ->
                        new Asked(row.getObject("since", OffsetDateTime.class).toInstant(), row.getString("staff")))
                .optional();
    }

    /** @return whether they had not been before */
    boolean add(ClientId client, Channel channel, String staff) {
        return jdbc.sql("""
                        INSERT INTO client_opt_outs (client_id, channel, since, staff) VALUES (?, ?, ?, ?)
                        ON CONFLICT ON CONSTRAINT a_client_opts_out_once DO NOTHING
                        """)
                        .params(client.value(), channel.name(), clock.instant().atOffset(UTC), staff)
                        .update()
                == 1;
    }

    /** @return whether they had been until now */
    boolean remove(ClientId client, Channel channel) {
        return jdbc.sql("DELETE FROM client_opt_outs WHERE client_id = ? AND channel = ?")
                        .params(client.value(), channel.name())
                        .update()
                == 1;
    }

    @EventListener
    void forget(ContactErased erased) {
        jdbc.sql("DELETE FROM client_opt_outs WHERE client_id = ?")
                .param(erased.clientId().value())
                .update();
    }

    /** Whoever asked once under either name asked. */
    @EventListener
    void handOver(ContactsMerged merged) {
        jdbc.sql("""
                        INSERT INTO client_opt_outs (client_id, channel, since, staff)
                        SELECT ?, channel, since, staff FROM client_opt_outs WHERE client_id = ?
                        ON CONFLICT ON CONSTRAINT a_client_opts_out_once DO NOTHING
                        """)
                .params(
                        merged.merge().kept().value(),
                        merged.merge().duplicate().value())
                .update();
        jdbc.sql("DELETE FROM client_opt_outs WHERE client_id = ?")
                .param(merged.merge().duplicate().value())
                .update();
    }
}
