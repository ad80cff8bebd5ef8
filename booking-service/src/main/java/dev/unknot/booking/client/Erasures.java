package dev.unknot.booking.client;

import dev.unknot.common.access.Role;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.EraseClient;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.web.ExpectedVersion;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Forgets a client: their id is all that stays, so that the book and its figures stay as they are. */
@Service
public class Erasures {

    private final LockedClients locked;
    private final Endings endings;
    private final ApplicationEventPublisher publisher;

    Erasures(LockedClients locked, Endings endings, ApplicationEventPublisher publisher) {
        this.locked = locked;
        this.endings = endings;
        this.publisher = publisher;
    }

    /** By an owner or manager who knows them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(ClientId id, ExpectedVersion expected, EraseClient command, Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER);
        Client client = locked.one(id, caller);
        expected.require(client.getVersion());
        publisher.publishEvent(new ClientErased(id, command.cancelVisitsAhead(), caller));
        endings.erase(client);
    }
}
