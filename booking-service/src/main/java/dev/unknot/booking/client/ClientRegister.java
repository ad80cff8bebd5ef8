package dev.unknot.booking.client;

import dev.unknot.booking.availability.ClientStanding;
import dev.unknot.common.access.Role;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.client.CorrectClient;
import dev.unknot.common.client.CreateClient;
import dev.unknot.common.client.EraseClient;
import dev.unknot.common.client.MergeClient;
import dev.unknot.common.client.PutRestrictions;
import dev.unknot.common.client.RestrictionsView;
import dev.unknot.common.contact.PhoneNumber;
import dev.unknot.common.location.LocationId;
import dev.unknot.platform.audit.AuditTrail;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.web.Cursor;
import dev.unknot.platform.web.ExpectedVersion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door of the clients. */
@Service
public class ClientRegister {

    private static final int PAGE = 50;
    private static final int IDS_AT_MOST = 100;
    private static final UUID FROM_THE_FIRST = new UUID(0, 0);

    private final Clients clients;
    private final KnownClients known;
    private final ContactDetails details;
    private final ClientMapper mapper;
    private final ClientAnnouncements announcements;
    private final AuditTrail audit;
    private final Restrictions restrictions;
    private final Corrections corrections;
    private final Erasures erasures;
    private final Merges merges;
    private final Lookalikes lookalikes;

    ClientRegister(
            Clients clients,
            KnownClients known,
            ContactDetails details,
            ClientMapper mapper,
            ClientAnnouncements announcements,
            AuditTrail audit,
            Restrictions restrictions,
            Corrections corrections,
            Erasures erasures,
            Merges merges,
            Lookalikes lookalikes) {
        this.clients = clients;
        this.known = known;
        this.details = details;
        this.mapper = mapper;
        this.announcements = announcements;
        this.audit = audit;
        this.restrictions = restrictions;
        this.corrections = corrections;
        this.erasures = erasures;
        this.merges = merges;
        this.lookalikes = lookalikes;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public ClientView create(CreateClient command, Caller caller) {
        if (command.locationId() != null) {
            caller.locations().require(command.locationId());
        }
        Contact contact = details.read(command.email(), command.phone(), command.locationId());
        if (command.notThese() != null) {
            lookalikes.refuse(command.name(), contact, command.notThese(), caller);
        }
        String language = command.language() == null ? "en" : command.language();
        Client client =
                clients.saveAndFlush(new Client(Ids.next(), command.name().strip(), contact, language));
        if (command.locationId() != null) {
            known.add(new ClientId(client.getId()), command.locationId());
        }
        announcements.changed(client, null);
        return mapper.view(client);
    }

    /** For whoever knows them; for any other desk and for integrations too, and so on record. */
    @Transactional
    public Optional<ClientView> view(ClientId id, Caller caller) {
        Optional<ClientView> view = clients.findById(id.value()).map(mapper::view);
        if (view.isPresent() && !isKnownTo(caller, id)) {
            audit.looked("client-by-id", id.value());
        }
        return view;
    }

    /** By whoever may read them; for whom they are not known at their locations, that is on record as a look-up too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ClientView correct(ClientId id, ExpectedVersion expected, CorrectClient command, Caller caller) {
        Client corrected = corrections.correct(id, expected, command);
        if (!isKnownTo(caller, id)) {
            audit.looked("client-by-id", id.value());
        }
        return mapper.view(corrected);
    }

    /** By an owner or manager who knows them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(ClientId id, ExpectedVersion expected, EraseClient command, Caller caller) {
        erasures.erase(id, expected, command, caller);
    }

    /** By an owner or manager who knows both. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ClientView merge(ClientId id, ExpectedVersion expected, MergeClient command, Caller caller) {
        return mapper.view(merges.merge(id, expected, command, caller));
    }

    private boolean isKnownTo(Caller caller, ClientId id) {
        return !caller.is(Role.INTEGRATION) && known.has(id, caller);
    }

    public boolean knows(ClientId id) {
        return known.exists(id);
    }

    /**
     * Those with exactly this phone number, in whatever punctuation; wherever they are known, and so on record.
     *
     * @param cursor where the page before ended
     */
    @Transactional
    public ItemList<ClientView> withPhone(String phone, @Nullable String cursor) {
        String number = details.phone(phone, null).map(PhoneNumber::e164).orElse("");
        return looked("client-by-phone", clients.withPhone(number, after(cursor), Limit.of(PAGE + 1)));
    }

    /**
     * Those with exactly this email, upper and lower case alike; wherever they are known, and so on record.
     *
     * @param cursor where the page before ended
     */
    @Transactional
    public ItemList<ClientView> withEmail(String email, @Nullable String cursor) {
        return looked("client-by-email", clients.withEmail(email.strip(), after(cursor), Limit.of(PAGE + 1)));
    }

    /** For whoever has an appointment there: from now on its people find them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void comesTo(LocationId location, ClientId client) {
        known.add(client, location);
    }

    /**
     * Those whom the caller knows and whose name, phone or email has every word of {@code typed}, in the order of names.
     *
     * @param limit 1 to {@value #PAGE}
     */
    @Transactional(readOnly = true)
    public ItemList<ClientView> search(String typed, int limit, Caller caller) {
        if (limit < 1 || limit > PAGE) {
            throw Rejection.malformed("invalid-parameter", "A search answers 1 to " + PAGE + " clients.", "limit");
        }
        return new ItemList<>(known.matching(SearchWords.of(typed), ClientScope.of(caller), limit), null);
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

    /** For staff who know them. */
    @Transactional(readOnly = true)
    public RestrictionsView restrictions(ClientId id, Caller caller) {
        return restrictions.of(id, caller);
    }

    /** By staff who know them; announced without the reason. */
    @Transactional(propagation = Propagation.MANDATORY)
    public RestrictionsView restrict(ClientId id, ExpectedVersion expected, PutRestrictions command, Caller caller) {
        return restrictions.put(id, expected, command, caller);
    }

    /** Hands over each client who is barred or avoids somebody. */
    @Transactional(readOnly = true)
    public void restricted(Consumer<ClientStanding> consumer) {
        known.restricted().forEach(consumer);
    }

    private static UUID after(@Nullable String cursor) {
        return cursor == null ? FROM_THE_FIRST : Cursor.decode(cursor, parts -> UUID.fromString(parts.getFirst()));
    }

    /** Of one more than the page holds, where there are more. */
    private ItemList<ClientView> looked(String what, List<Client> found) {
        List<Client> page = found.subList(0, Math.min(found.size(), PAGE));
        if (page.isEmpty()) {
            audit.looked(what, null);
        }
        page.forEach(client -> audit.looked(what, client.getId()));
        return new ItemList<>(
                page.stream().map(mapper::view).toList(),
                page.size() < found.size() ? Cursor.encode(page.getLast().getId()) : null);
    }

    static Rejection unknown() {
        return Rejection.notFound("not-found", "There is no such client.");
    }
}
