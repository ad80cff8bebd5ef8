package dev.unknot.booking.client;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.client.CreateClient;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.outbox.Outbox;
import dev.unknot.platform.problem.Rejection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door of the clients. */
@Service
public class ClientRegister {

    /** A phone shared by more people than this is a switchboard, not a way to find someone. */
    private static final Limit MOST_FOUND = Limit.of(50);

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

    /** Those with exactly this phone number, in whatever punctuation. */
    @Transactional(readOnly = true)
    public List<ClientView> withPhone(String phone) {
        return views(clients.withPhone(PhoneNumber.of(phone).e164(), MOST_FOUND));
    }

    /** Those with exactly this email, upper and lower case alike. */
    @Transactional(readOnly = true)
    public List<ClientView> withEmail(String email) {
        return views(clients.withEmail(email.strip(), MOST_FOUND));
    }

    private List<ClientView> views(List<Client> found) {
        return found.stream().map(mapper::view).toList();
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }
}
