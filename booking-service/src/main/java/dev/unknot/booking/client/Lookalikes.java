package dev.unknot.booking.client;

import dev.unknot.common.access.Role;
import dev.unknot.common.client.ClientCandidate;
import dev.unknot.common.client.ClientCandidate.Likeness;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.contact.EmailAddress;
import dev.unknot.platform.audit.Looked;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Who may be the client that is about to be written down. Phone and email are compared with those whom the caller finds by
 * them, names with those whom the caller knows: nobody learns more than by looking for them.
 */
@Component
class Lookalikes {

    private static final int AT_MOST = 20;
    private static final UUID FROM_THE_FIRST = new UUID(0, 0);

    private final Clients clients;
    private final KnownClients known;

    Lookalikes(Clients clients, KnownClients known) {
        this.clients = clients;
        this.known = known;
    }

    /**
     * Refuses while somebody may be them who is not among {@code notThese}. A family's number is asked about once: who says
     * that one of those who have it is somebody else has said so of all.
     */
    void refuse(String name, Contact contact, Collection<ClientId> notThese, Caller caller) {
        Map<ClientId, Found> found = new LinkedHashMap<>();
        String phone = contact.e164();
        if (phone != null) {
            shared(clients.withPhones(List.of(phone), FROM_THE_FIRST, Limit.of(AT_MOST)), notThese, caller)
                    .forEach(client -> add(found, client, Likeness.PHONE));
        }
        String email = contact.email();
        if (email != null) {
            shared(
                            clients.withEmail(EmailAddress.keyOf(email), email, FROM_THE_FIRST, Limit.of(AT_MOST)),
                            notThese,
                            caller)
                    .forEach(client -> add(found, client, Likeness.EMAIL));
        }
        if (!caller.is(Role.INTEGRATION)) {
            known.namedLike(name, ClientScope.of(caller)).stream()
                    .filter(client -> !notThese.contains(client.id()))
                    .filter(client -> SimilarNames.alike(name, client.name()))
                    .limit(AT_MOST)
                    .forEach(client -> add(found, client, Likeness.NAME));
        }
        if (!found.isEmpty()) {
            throw Rejection.conflict(
                            "client-may-exist",
                            found.size() == 1
                                    ? "This may be a client who is written down already."
                                    : "This may be one of the clients who are written down already.")
                    .telling("candidates", candidates(found.values()))
                    .noting(looks(found.values()));
        }
    }

    private record Found(ClientView client, Set<Likeness> alike) {}

    private List<ClientView> shared(List<Client> among, Collection<ClientId> notThese, Caller caller) {
        List<ClientView> all = known.foundExactly(among, caller);
        return all.stream().map(ClientView::id).anyMatch(notThese::contains) ? List.of() : all;
    }

    private static void add(Map<ClientId, Found> found, ClientView client, Likeness likeness) {
        found.computeIfAbsent(client.id(), id -> new Found(client, EnumSet.noneOf(Likeness.class)))
                .alike()
                .add(likeness);
    }

    private static List<ClientCandidate> candidates(Collection<Found> found) {
        return found.stream()
                .sorted(Comparator.comparing((Found one) -> one.alike().size()).reversed())
                .map(one -> new ClientCandidate(
                        one.client().id(),
                        one.client().name(),
                        one.client().email(),
                        one.client().phone(),
                        one.alike()))
                .toList();
    }

    /** By what anybody is found, whoever they are: put on record. */
    private static List<Looked> looks(Collection<Found> found) {
        List<Looked> looks = new ArrayList<>();
        for (Found one : found) {
            UUID client = one.client().id().value();
            if (one.alike().contains(Likeness.PHONE)) {
                looks.add(new Looked("client-by-phone", client));
            }
            if (one.alike().contains(Likeness.EMAIL)) {
                looks.add(new Looked("client-by-email", client));
            }
        }
        return looks;
    }
}
