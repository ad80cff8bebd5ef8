package dev.unknot.booking.client;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientMerge;
import dev.unknot.platform.idempotency.IdempotentCreates;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Leaves nothing of a client but their id, here and with everyone who follows them. */
@Component
class Endings {

    private static final String ERASURE = "erasure";

    private final Clients clients;
    private final KnownClients known;
    private final IdempotentCreates answers;
    private final ClientAnnouncements announcements;
    private final Clock clock;

    Endings(
            Clients clients,
            KnownClients known,
            IdempotentCreates answers,
            ClientAnnouncements announcements,
            Clock clock) {
        this.clients = clients;
        this.known = known;
        this.answers = answers;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void erase(Client client) {
        client.erase(clock.instant());
        ended(client, ERASURE);
    }

    /** What they had has been handed over. */
    @Transactional(propagation = Propagation.MANDATORY)
    void erase(Client duplicate, Client kept, ClientMerge merge) {
        duplicate.eraseInto(kept, clock.instant());
        ended(duplicate, merge.cause());
    }

    private void ended(Client client, String cause) {
        Client erased = clients.saveAndFlush(client);
        known.forget(new ClientId(erased.getId()));
        answers.forget(erased.getId());
        announcements.erased(erased, cause);
    }
}
