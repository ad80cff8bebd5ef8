package dev.unknot.notification.contact;

import static java.time.ZoneOffset.UTC;

import dev.unknot.common.message.Channel;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The addresses a gateway has said take no message, since when and by which code: a number of a landline, a mailbox that is not
 * there. Nothing is sent there until no contact has the address any more.
 */
@Repository
public class DeadAddresses {
    private final JdbcClient jdbc;
    private final Clock clock;

    DeadAddresses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean covers(Channel channel, String address) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM dead_addresses WHERE channel = ? AND address = ?)")
                .params(channel.name(), AddressKey.of(channel, address))
                .query(Boolean.class)
                .single();
    }

    /** Keeps the first time and code; an address that the contacts have dropped meanwhile is nothing to remember. */
    public void mark(Channel channel, String address, String code) {
        jdbc.sql("""
                        INSERT INTO dead_addresses (channel, address, since, code)
                        SELECT :channel, :address, :since, :code
                        WHERE EXISTS (SELECT FROM contacts
                                      WHERE (:channel = 'SMS' AND phone = :address)
                                         OR (:channel = 'EMAIL' AND coalesce(email_key, lower(email)) = :address))
                        ON CONFLICT ON CONSTRAINT an_address_dies_once DO NOTHING
                        """)
                .param("channel", channel.name())
                .param("address", AddressKey.of(channel, address))
                .param("since", clock.instant().atOffset(UTC))
                .param("code", code)
                .update();
    }

    /** A message arrived there after all. */
    public void revive(Channel channel, String address) {
        jdbc.sql("DELETE FROM dead_addresses WHERE channel = ? AND address = ?")
                .params(channel.name(), AddressKey.of(channel, address))
                .update();
    }

    /** The contact has another address now, or is gone. */
    void left(Contact contact) {
        for (Channel channel : Channel.values()) {
            left(channel, contact.address(channel));
        }
    }

    /** The mark stays as long as somebody has the address. */
    void left(Channel channel, @Nullable String address) {
        if (address == null) {
            return;
        }
        jdbc.sql("""
                        DELETE FROM dead_addresses
                        WHERE channel = :channel AND address = :address
                          AND NOT EXISTS (SELECT FROM contacts
                                          WHERE (:channel = 'SMS' AND phone = :address)
                                             OR (:channel = 'EMAIL' AND coalesce(email_key, lower(email)) = :address))
                        """)
                .param("channel", channel.name())
                .param("address", AddressKey.of(channel, address))
                .update();
    }
}
