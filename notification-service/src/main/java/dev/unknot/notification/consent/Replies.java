package dev.unknot.notification.consent;

import static java.time.ZoneOffset.UTC;

import dev.unknot.common.message.Channel;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What clients answer by SMS. */
@Service
public class Replies {
    private final JdbcClient jdbc;
    private final OptOuts optOuts;
    private final ConsentSettings settings;
    private final Clock clock;

    Replies(JdbcClient jdbc, OptOuts optOuts, ConsentSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.optOuts = optOuts;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes one SMS in, once.
     *
     * @param gatewayId the gateway's id of it
     * @param from E.164
     * @return what to answer, if anything
     */
    @Transactional
    public Optional<String> receive(String gatewayId, String from, String body) {
        if (!first(gatewayId)) {
            return Optional.empty();
        }
        return Keyword.in(body).flatMap(keyword -> switch (keyword) {
            case STOP -> {
                // The gateway itself confirms a STOP; a second answer would be a message after it.
                optOuts.add(Channel.SMS, from, OptOuts.Source.REPLY);
                yield Optional.empty();
            }
            case START -> {
                optOuts.remove(Channel.SMS, from);
                yield Optional.empty();
            }
            case HELP -> Optional.of(settings.help());
        });
    }

    private boolean first(String gatewayId) {
        return jdbc.sql("INSERT INTO inbound_sms (gateway_id, received_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(gatewayId, clock.instant().atOffset(UTC))
                        .update()
                == 1;
    }
}
