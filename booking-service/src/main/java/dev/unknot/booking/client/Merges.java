package dev.unknot.booking.client;

import dev.unknot.common.access.Role;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientMerge;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.client.MergeClient;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.web.ExpectedVersion;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes one client of two who are the same person. */
@Service
public class Merges {

    private static final String CAUSE = "client-merged";

    private final LockedClients locked;
    private final Clients clients;
    private final KnownClients known;
    private final Endings endings;
    private final ClientAnnouncements announcements;
    private final ClientMapper mapper;
    private final EntityManager entities;
    private final ApplicationEventPublisher publisher;

    Merges(
            LockedClients locked,
            Clients clients,
            KnownClients known,
            Endings endings,
            ClientAnnouncements announcements,
            ClientMapper mapper,
            EntityManager entities,
            ApplicationEventPublisher publisher) {
        this.locked = locked;
        this.clients = clients;
        this.known = known;
        this.endings = endings;
        this.announcements = announcements;
        this.mapper = mapper;
        this.entities = entities;
        this.publisher = publisher;
    }

    /** By an owner or manager who knows both; answers the one kept. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ClientView merge(ClientId id, ExpectedVersion expected, MergeClient command, Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER);
        ClientMerge merge = new ClientMerge(command.duplicateId(), id);
        if (merge.duplicate().equals(merge.kept())) {
            throw Rejection.invalid("merged-with-itself", "A client is merged with another one.", "duplicateId");
        }
        LockedClients.Both both = locked.both(merge, caller);
        expected.require(both.kept().getVersion());
        new ExpectedVersion(command.duplicateVersion()).require(both.duplicate().getVersion());
        return mapper.view(merge(both.kept(), both.duplicate(), merge));
    }

    private Client merge(Client kept, Client duplicate, ClientMerge merge) {
        publisher.publishEvent(new ClientsMerged(merge, kept.standing(), duplicate.standing()));
        known.handOver(merge);
        long before = kept.getVersion();
        kept.takeOver(duplicate);
        Client changed = clients.saveAndFlush(kept);
        if (changed.getVersion() == before) {
            // Visits came to them: whoever has read them before does not know that, and erases or corrects nothing.
            entities.lock(changed, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        }
        announcements.changed(changed, CAUSE);
        endings.erase(duplicate, changed, merge);
        return changed;
    }
}
