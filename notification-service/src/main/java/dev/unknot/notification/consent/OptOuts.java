package dev.unknot.notification.consent;

import static java.time.ZoneOffset.UTC;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.Channel;
import dev.unknot.notification.contact.AddressKey;
import dev.unknot.notification.contact.Contact;
import dev.unknot.notification.contact.ContactChanged;
import dev.unknot.notification.contact.ContactErased;
import dev.unknot.notification.contact.ContactsMerged;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addresses nothing may be sent to. */
@Repository
public class OptOuts {
    /** Who told us. */
    public enum Source {
        REPLY,
        GATEWAY,
        /** The one in a mail. */
        LINK
    }

    private static final String SOMEBODY_HAS_IT = """
            EXISTS (SELECT FROM contacts WHERE channel = 'SMS' AND phone = address
                OR channel = 'EMAIL' AND coalesce(email_key, lower(email)) = address)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OptOuts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What an address said, when, and how: a {@link Source}. */
    record OptOut(Instant since, String source) {}

    Optional<OptOut> find(Channel channel, String address) {
        return jdbc.sql("SELECT since, source FROM opt_outs WHERE channel = ? AND address = ?")
                .params(channel.name(), AddressKey.of(channel, address))
                .query((row, number) ->
                        new OptOut(row.getObject("since", OffsetDateTime.class).toInstant(), row.getString("source")))
                .optional();
    }

    /** Whether the client asked staff for nothing by that channel, or the address said so itself. */
    public boolean covers(ClientId client, Channel channel, String address) {
        return covers(channel, address)
                || jdbc.sql("SELECT EXISTS (SELECT FROM client_opt_outs WHERE client_id = ? AND channel = ?)")
                        .params(client.value(), channel.name())
                        .query(Boolean.class)
                        .single();
    }

    public boolean covers(Channel channel, String address) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM opt_outs WHERE channel = ? AND address = ?)")
                .params(channel.name(), AddressKey.of(channel, address))
                .query(Boolean.class)
                .single();
    }

    /** Keeps the first time and source of an address that already opted out. */
    public void add(Channel channel, String address, Source source) {
        jdbc.sql("""
                        INSERT INTO opt_outs (channel, address, since, source) VALUES (?, ?, ?, ?)
                        ON CONFLICT ON CONSTRAINT an_address_opts_out_once DO NOTHING
                        """)
                .params(
                        channel.name(),
                        AddressKey.of(channel, address),
                        clock.instant().atOffset(UTC),
                        source.name())
                .update();
    }

    public void remove(Channel channel, String address) {
        jdbc.sql("DELETE FROM opt_outs WHERE channel = ? AND address = ?")
                .params(channel.name(), AddressKey.of(channel, address))
                .update();
    }

    /** Who had it last is remembered once nobody has it, so that it goes with them. */
    @EventListener
    void left(ContactChanged changed) {
        for (Channel channel : Channel.values()) {
            String before = changed.before().address(channel);
            if (before != null && !before.equals(changed.after().address(channel))) {
                jdbc.sql("UPDATE opt_outs SET last_of = ? WHERE channel = ? AND address = ? AND NOT " + SOMEBODY_HAS_IT)
                        .params(changed.before().clientId().value(), channel.name(), AddressKey.of(channel, before))
                        .update();
            }
        }
    }

    /** What the duplicate's addresses said goes when the one kept is erased, whether or not they keep the addresses. */
    @EventListener
    void handOver(ContactsMerged merged) {
        UUID kept = merged.merge().kept().value();
        jdbc.sql("UPDATE opt_outs SET last_of = ? WHERE last_of = ?")
                .params(kept, merged.merge().duplicate().value())
                .update();
        Contact duplicate = merged.duplicate();
        for (Channel channel : Channel.values()) {
            String address = duplicate == null ? null : duplicate.address(channel);
            if (address != null) {
                jdbc.sql("UPDATE opt_outs SET last_of = ? WHERE channel = ? AND address = ?")
                        .params(kept, channel.name(), AddressKey.of(channel, address))
                        .update();
            }
            keepSilentFor(merged, channel);
        }
    }

    /** The person said so of an address that is not theirs any more: it holds for the one they have. */
    private void keepSilentFor(ContactsMerged merged, Channel channel) {
        String givenUp = merged.givenUp(channel);
        if (givenUp != null) {
            jdbc.sql("""
                            INSERT INTO client_opt_outs (client_id, channel, since, staff)
                            SELECT ?, channel, since, ? FROM opt_outs WHERE channel = ? AND address = ?
                            ON CONFLICT ON CONSTRAINT a_client_opts_out_once DO NOTHING
                            """)
                    .params(
                            merged.merge().kept().value(),
                            merged.staff(),
                            channel.name(),
                            AddressKey.of(channel, givenUp))
                    .update();
        }
    }

    @EventListener
    void forget(ContactErased erased) {
        jdbc.sql("DELETE FROM opt_outs WHERE last_of = ? AND NOT " + SOMEBODY_HAS_IT)
                .param(erased.clientId().value())
                .update();
        erased.phones().forEach(phone -> forget(Channel.SMS, phone));
        if (erased.email() != null) {
            forget(Channel.EMAIL, erased.email());
        }
    }

    private void forget(Channel channel, String address) {
        jdbc.sql("DELETE FROM opt_outs WHERE channel = ? AND address = ? AND NOT " + SOMEBODY_HAS_IT)
                .params(channel.name(), AddressKey.of(channel, address))
                .update();
    }
}
