package dev.unknot.frontdesk.token;

import dev.unknot.common.location.LocationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Puts the development clients named in the settings into the database, and takes back those named no longer. */
@Component
class DevClients {

    private static final Logger log = LoggerFactory.getLogger(DevClients.class);

    private final AccessClients clients;
    private final PasswordEncoder secrets;
    private final TokenIssuerSettings settings;

    DevClients(AccessClients clients, PasswordEncoder secrets, TokenIssuerSettings settings) {
        this.clients = clients;
        this.secrets = secrets;
        this.settings = settings;
    }

    @EventListener(ApplicationStartedEvent.class)
    void put() {
        int takenBack = clients.removeForDevelopment(settings.devClients().stream()
                .map(TokenIssuerSettings.DevClient::id)
                .toList());
        if (takenBack > 0) {
            log.info("took back {} development clients", takenBack);
        }
        settings.devClients().forEach(this::put);
        if (!settings.devClients().isEmpty()) {
            log.warn(
                    "{} development clients may ask for tokens",
                    settings.devClients().size());
        }
    }

    private void put(TokenIssuerSettings.DevClient client) {
        clients.put(new AccessClient(
                client.id(),
                secrets.encode(client.secret()),
                client.subject(),
                client.role(),
                client.locations().isEmpty(),
                client.locations().stream().map(LocationId::new).toList(),
                null));
        clients.markForDevelopment(client.id());
    }
}
