package dev.unknot.booking.client;

import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.availability.ClientStanding;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.event.Topics;
import dev.unknot.platform.outbox.Outbox;
import dev.unknot.platform.transaction.AfterCommit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells other services and our own index what became of a client. */
@Component
class ClientAnnouncements {

    private final ClientMapper mapper;
    private final Availability availability;
    private final Outbox outbox;

    ClientAnnouncements(ClientMapper mapper, Availability availability, Outbox outbox) {
        this.mapper = mapper;
        this.availability = availability;
        this.outbox = outbox;
    }

    /** @param cause a code; null: none */
    @Transactional(propagation = Propagation.MANDATORY)
    void changed(Client client, @Nullable String cause) {
        ClientSnapshot snapshot = mapper.snapshot(client);
        outbox.announce(snapshot, client.getVersion(), cause);
        AfterCommit.run(() -> availability.learn(ClientStanding.of(snapshot, client.getVersion())));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void erased(Client client, String cause) {
        outbox.erase(Topics.CLIENTS, client.getId(), client.getVersion(), cause);
        ClientStanding good = ClientStanding.good(new ClientId(client.getId()), client.getVersion());
        AfterCommit.run(() -> availability.learn(good));
    }
}
