package dev.unknot.booking.client;

import dev.unknot.common.access.Role;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientMerge;
import dev.unknot.common.client.MergeClient;
import dev.unknot.platform.idempotency.IdempotentCreates;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.ResourceLocks;
import dev.unknot.platform.web.ExpectedVersion;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes one client of two who are the same person. */
@Component
class Merges {

    private static final String CAUSE = "client-merged";

    private final Clients clients;
    private final KnownClients known;
    private final ResourceLocks locks;
    private final ApplicationEventPublisher publisher;
    private final IdempotentCreates answers;
    private final ClientAnnouncements announcements;
    private final Clock clock;

    Merges(
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
    Client merge(ClientId id, ExpectedVersion expected, MergeClient command, Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER);
        ClientId duplicateId = command.duplicateId();
        if (duplicateId.equals(id)) {
            throw Rejection.invalid("merged-with-itself", "A client is merged with another one.", "duplicateId");
        }
        known.require(id, caller);
        if (!known.has(duplicateId, caller)) {
            throw unknownDuplicate();
        }
        // A booking of either has their lock too: it comes before, and is handed over, or finds nobody.
        locks.lock(List.of(id.value(), duplicateId.value()));
        Map<ClientId, Client> both = Stream.of(id, duplicateId)
                .sorted(Comparator.comparing(ClientId::value))
                .flatMap(each -> clients.lock(each.value()).stream())
                .collect(Collectors.toMap(client -> new ClientId(client.getId()), Function.identity()));
        Client kept = both.get(id);
        Client duplicate = both.get(duplicateId);
        if (kept == null) {
            throw ClientRegister.unknown();
        }
        if (duplicate == null) {
            throw unknownDuplicate();
        }
        expected.require(kept.getVersion());
        new ExpectedVersion(command.duplicateVersion()).require(duplicate.getVersion());
        return merge(kept, duplicate, new ClientMerge(duplicateId, id));
    }

    private Client merge(Client kept, Client duplicate, ClientMerge merge) {
        publisher.publishEvent(new ClientsMerged(merge));
        known.handOver(merge);
        long before = kept.getVersion();
        kept.takeOver(duplicate);
        Client changed = clients.saveAndFlush(kept);
        if (changed.getVersion() > before) {
            announcements.changed(changed, CAUSE);
        }
        duplicate.eraseInto(kept, clock.instant());
        Client erased = clients.saveAndFlush(duplicate);
        answers.forget(merge.duplicate().value());
        announcements.erased(erased, merge.cause());
        return changed;
    }

    private static Rejection unknownDuplicate() {
        return Rejection.invalid("unknown-client", "There is no such client.", "duplicateId");
    }
}
