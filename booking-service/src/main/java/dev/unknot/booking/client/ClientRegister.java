package dev.unknot.booking.client;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.client.CreateClient;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.outbox.Outbox;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.web.Cursor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door of the clients. */
@Service
public class ClientRegister {

    private static final int PAGE = 50;
    private static final UUID FROM_THE_FIRST = new UUID(0, 0);

    private final Clients clients;
    private final ClientMapper mapper;
    private final Outbox outbox;

    ClientRegister(Clients clients, ClientMapper mapper, Outbox outbox) {
        this.clients = clients;
        this.mapper = mapper;
        this.outbox = outbox;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public ClientView create(CreateClient command) {
        PhoneNumber phone = given(command.phone()).map(PhoneNumber::of).orElse(null);
        String email = given(command.email()).orElse(null);
        if (phone == null && email == null) {
            throw Rejection.invalid("no-contact", "A client has an email or a phone number, or both.", "phone");
        }
        String language = command.language() == null ? "en" : command.language();
        Client client = clients.save(new Client(Ids.next(), command.name().strip(), email, phone, language));
        outbox.announce(mapper.snapshot(client), client.getVersion(), null);
        return mapper.view(client);
    }

    @Transactional(readOnly = true)
    public Optional<ClientView> view(ClientId id) {
        return clients.findById(id.value()).map(mapper::view);
    }

    public boolean knows(ClientId id) {
        return clients.existsById(id.value());
    }

    /**
     * Those with exactly this phone number, in whatever punctuation.
     *
     * @param cursor where the page before ended
     */
    @Transactional(readOnly = true)
    public ItemList<ClientView> withPhone(String phone, @Nullable String cursor) {
        return page(clients.withPhone(PhoneNumber.of(phone).e164(), after(cursor), Limit.of(PAGE + 1)));
    }

    /**
     * Those with exactly this email, upper and lower case alike.
     *
     * @param cursor where the page before ended
     */
    @Transactional(readOnly = true)
    public ItemList<ClientView> withEmail(String email, @Nullable String cursor) {
        return page(clients.withEmail(email.strip(), after(cursor), Limit.of(PAGE + 1)));
    }

    private static UUID after(@Nullable String cursor) {
        return cursor == null ? FROM_THE_FIRST : Cursor.decode(cursor, parts -> UUID.fromString(parts.getFirst()));
    }

    /** Of one more than the page holds, where there are more. */
    private ItemList<ClientView> page(List<Client> found) {
        List<Client> page = found.subList(0, Math.min(found.size(), PAGE));
        return new ItemList<>(
                page.stream().map(mapper::view).toList(),
                page.size() < found.size() ? Cursor.encode(page.getLast().getId()) : null);
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }
}
