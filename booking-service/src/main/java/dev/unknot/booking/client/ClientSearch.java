package dev.unknot.booking.client;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.contact.EmailAddress;
import dev.unknot.common.location.LocationId;
import dev.unknot.platform.audit.AuditTrail;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.web.Cursor;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds clients: by what is typed among those whom the caller knows, by an exact phone or email among all, where a person at a
 * desk asks; a program finds those of its own locations only.
 */
@Service
public class ClientSearch {

    private static final int PAGE = 50;
    private static final int IDS_AT_MOST = 100;
    private static final UUID FROM_THE_FIRST = new UUID(0, 0);

    private final Clients clients;
    private final KnownClients known;
    private final ContactDetails details;
    private final AuditTrail audit;

    ClientSearch(Clients clients, KnownClients known, ContactDetails details, AuditTrail audit) {
        this.clients = clients;
        this.known = known;
        this.details = details;
        this.audit = audit;
    }

    /**
     * Those with exactly this phone number, in whatever punctuation; on record.
     *
     * @param location of the caller, in whose country a national number is dialled; null: any of the caller's
     * @param cursor where the page before ended
     */
    @Transactional
    public ItemList<ClientView> withPhone(
            String phone, @Nullable LocationId location, @Nullable String cursor, Caller caller) {
        if (location != null) {
            caller.locations().require(location);
        }
        Collection<String> numbers =
                location == null ? details.numbers(phone, caller.locations()) : details.numbers(phone, location);
        return looked(
                "client-by-phone",
                numbers.isEmpty() ? List.of() : clients.withPhones(numbers, after(cursor), Limit.of(PAGE + 1)),
                caller);
    }

    /**
     * Those with exactly this email, upper and lower case alike, and a domain in Unicode or in ASCII; on record.
     *
     * @param cursor where the page before ended
     */
    @Transactional
    public ItemList<ClientView> withEmail(String email, @Nullable String cursor, Caller caller) {
        return looked(
                "client-by-email",
                clients.withEmail(EmailAddress.keyOf(email), email.strip(), after(cursor), Limit.of(PAGE + 1)),
                caller);
    }

    /**
     * Those whom the caller knows and whose name, phone or email has every word of {@code typed}, in the order of names.
     *
     * @param cursor where the page before ended; it names an id, since an address is written into logs
     * @param limit 1 to {@value #PAGE}
     */
    @Transactional(readOnly = true)
    public ItemList<ClientView> search(String typed, @Nullable String cursor, int limit, Caller caller) {
        if (limit < 1 || limit > PAGE) {
            throw Rejection.malformed("invalid-parameter", "A search answers 1 to " + PAGE + " clients.", "limit");
        }
        SearchWords words = SearchWords.of(typed);
        ClientScope scope = ClientScope.of(caller);
        List<ClientView> found = known.matching(words, scope, last(cursor), limit + 1);
        List<ClientView> page = found.subList(0, Math.min(found.size(), limit));
        return new ItemList<>(
                page, page.size() < found.size() ? Cursor.encode(page.getLast().id()) : null);
    }

    /** Whoever has no name any more has no place in the order of names. */
    private @Nullable ClientId last(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        ClientId last = new ClientId(after(cursor));
        if (!known.exists(last)) {
            throw Cursor.unknown();
        }
        return last;
    }

    /** Those of {@code ids} whom the caller knows; the others are left out. */
    @Transactional(readOnly = true)
    public ItemList<ClientView> among(Collection<UUID> ids, Caller caller) {
        if (ids.size() > IDS_AT_MOST) {
            throw Rejection.malformed(
                    "invalid-parameter", "At most " + IDS_AT_MOST + " clients are named at once.", "id");
        }
        return new ItemList<>(known.among(ids, ClientScope.of(caller)), null);
    }

    private static UUID after(@Nullable String cursor) {
        return cursor == null ? FROM_THE_FIRST : Cursor.decode(cursor, parts -> UUID.fromString(parts.getFirst()));
    }

    /** Of one more than the page holds, where there are more. */
    private ItemList<ClientView> looked(String what, List<Client> found, Caller caller) {
        List<Client> page = found.subList(0, Math.min(found.size(), PAGE));
        List<ClientView> shown = known.foundExactly(page, caller);
        if (shown.isEmpty()) {
            audit.looked(what, null);
        }
        shown.forEach(client -> audit.looked(what, client.id().value()));
        return new ItemList<>(
                shown, page.size() < found.size() ? Cursor.encode(page.getLast().getId()) : null);
    }
}
