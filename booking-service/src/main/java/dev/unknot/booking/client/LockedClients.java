package dev.unknot.booking.client;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientMerge;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.ResourceLocks;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Clients whom the caller knows, locked as a booking of theirs locks them: it comes before, and is met, or after, and sees
 * what they have become. A client whom the caller does not know is not found.
 */
@Component
class LockedClients {

    private final Clients clients;
    private final KnownClients known;
    private final ResourceLocks locks;

    LockedClients(Clients clients, KnownClients known, ResourceLocks locks) {
        this.clients = clients;
        this.known = known;
        this.locks = locks;
    }

    record Both(Client kept, Client duplicate) {}

    @Transactional(propagation = Propagation.MANDATORY)
    Client one(ClientId id, Caller caller) {
        known.require(id, caller);
        locks.lock(List.of(id.value()));
        return clients.lock(id.value()).orElseThrow(ClientRegister::unknown);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Both both(ClientMerge merge, Caller caller) {
        known.require(merge.kept(), caller);
        if (!known.has(merge.duplicate(), caller)) {
            throw unknownDuplicate();
        }
        locks.lock(List.of(merge.kept().value(), merge.duplicate().value()));
        Map<ClientId, Client> found = Stream.of(merge.kept(), merge.duplicate())
                .sorted(Comparator.comparing(ClientId::value))
                .flatMap(each -> clients.lock(each.value()).stream())
                .collect(Collectors.toMap(client -> new ClientId(client.getId()), Function.identity()));
        Client kept = found.get(merge.kept());
        Client duplicate = found.get(merge.duplicate());
        if (kept == null) {
            throw ClientRegister.unknown();
        }
        if (duplicate == null) {
            throw unknownDuplicate();
        }
        return new Both(kept, duplicate);
    }

    private static Rejection unknownDuplicate() {
        return Rejection.invalid("unknown-client", "There is no such client.", "duplicateId");
    }
}
