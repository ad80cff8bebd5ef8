package dev.unknot.booking.client;

import dev.unknot.common.access.Role;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.EraseClient;
import dev.unknot.platform.idempotency.IdempotentCreates;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.ResourceLocks;
import dev.unknot.platform.web.ExpectedVersion;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Forgets a client: their id is all that stays, so that the book and its figures stay as they are. */
@Component
class Erasures {

    private static final String CAUSE = "erasure";

    private final Clients clients;
    private final KnownClients known;
    private final ResourceLocks locks;
    private final ApplicationEventPublisher publisher;
    private final IdempotentCreates answers;
    private final ClientAnnouncements announcements;
    private final Clock clock;

    Erasures(
            Clients clients,
            KnownClients known,
            ResourceLocks locks,
            ApplicationEventPublisher publisher,
            IdempotentCreates answers,
            ClientAnnouncements announcements,
            Clock clock) {
        this.clients = clients;
        this.known = known;
        this.locks = locks;
        this.publisher = publisher;
        this.answers = answers;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void erase(ClientId id, ExpectedVersion expected, EraseClient command, Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER);
        known.require(id, caller);
        // A booking of theirs has this lock too: it comes before, and counts as ahead, or finds nobody.
        locks.lock(List.of(id.value()));
        Client client = clients.lock(id.value()).orElseThrow(ClientRegister::unknown);
        expected.require(client.getVersion());
        publisher.publishEvent(new ClientErased(id, command.cancelVisitsAhead(), caller));
        client.erase(clock.instant());
        Client erased = clients.saveAndFlush(client);
        known.forget(id);
        answers.forget(id.value());
        announcements.erased(erased, CAUSE);
    }
}
