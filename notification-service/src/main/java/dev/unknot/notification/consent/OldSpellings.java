package dev.unknot.notification.consent;

import dev.unknot.common.message.Channel;
import dev.unknot.notification.contact.AddressKey;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives the mailboxes that were written down by a version before their {@link AddressKey}, before anything is sent. SQL cannot
 * tell it where letters lie outside ASCII; those are few.
 */
@Component
class OldSpellings implements InitializingBean {
    private final JdbcClient jdbc;

    OldSpellings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        contacts()
                .forEach((client, email) -> jdbc.sql(
                                "UPDATE contacts SET email_key = ? WHERE client_id = ? AND email = ?")
                        .params(AddressKey.of(Channel.EMAIL, email), client, email)
                        .update());
        rename("opt_outs", "since, source, last_of", "an_address_opts_out_once");
        rename("dead_addresses", "since, code", "an_address_dies_once");
    }

    private Map<UUID, String> contacts() {
        return jdbc
                .sql("SELECT client_id, email FROM contacts WHERE email IS NOT NULL AND email_key IS NULL")
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void rename(String table, String columns, String once) {
        jdbc
                .sql("SELECT address FROM " + table
                        + " WHERE channel = 'EMAIL' AND octet_length(address) > char_length(address)")
                .query(String.class)
                .list()
                .stream()
                .filter(old -> !old.equals(AddressKey.of(Channel.EMAIL, old)))
                .forEach(old -> jdbc.sql("""
                                WITH old AS (
                                    DELETE FROM %1$s WHERE channel = 'EMAIL' AND address = :old RETURNING *
                                )
                                INSERT INTO %1$s (channel, address, %2$s)
                                SELECT channel, :key, %2$s FROM old
                                ON CONFLICT ON CONSTRAINT %3$s DO NOTHING
                                """.formatted(table, columns, once))
                        .param("old", old)
                        .param("key", AddressKey.of(Channel.EMAIL, old))
                        .update());
    }
}
