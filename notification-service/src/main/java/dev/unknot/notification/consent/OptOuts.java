package dev.unknot.notification.consent;

import static java.time.ZoneOffset.UTC;

import dev.unknot.common.message.Channel;
import java.time.Clock;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addresses nothing may be sent to. */
@Repository
public class OptOuts {
    /** Who told us. */
    public enum Source {
        REPLY,
        GATEWAY
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    OptOuts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean covers(Channel channel, String address) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM opt_outs WHERE channel = ? AND address = ?)")
                .params(channel.name(), canonical(address))
                .query(Boolean.class)
                .single();
    }

    /** Keeps the first time and source of an address that already opted out. */
    public void add(Channel channel, String address, Source source) {
        jdbc.sql("""
                        INSERT INTO opt_outs (channel, address, since, source) VALUES (?, ?, ?, ?)
                        ON CONFLICT ON CONSTRAINT an_address_opts_out_once DO NOTHING
                        """)
                .params(channel.name(), canonical(address), clock.instant().atOffset(UTC), source.name())
                .update();
    }

    public void remove(Channel channel, String address) {
        jdbc.sql("DELETE FROM opt_outs WHERE channel = ? AND address = ?")
                .params(channel.name(), canonical(address))
                .update();
    }

    private static String canonical(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
