package dev.unknot.booking.client;

import dev.unknot.common.client.CreateClient;
import dev.unknot.common.contact.EmailAddress;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.ResourceLocks;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes clients down. Two desks that do so with one phone or email take turns, so that the second is asked about the first. */
@Component
class NewClients {

    private final Clients clients;
    private final ContactDetails details;
    private final Lookalikes lookalikes;
    private final ResourceLocks locks;

    NewClients(Clients clients, ContactDetails details, Lookalikes lookalikes, ResourceLocks locks) {
        this.clients = clients;
        this.details = details;
        this.lookalikes = lookalikes;
        this.locks = locks;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Client create(CreateClient command, Caller caller) {
        Contact contact = details.read(command.email(), command.phone(), command.locationId());
        lock(contact);
        if (command.notThese() != null) {
            lookalikes.refuse(command.name(), contact, command.notThese(), caller);
        }
        String language = command.language() == null ? "en" : command.language();
        return clients.saveAndFlush(new Client(Ids.next(), command.name().strip(), contact, language));
    }

    /** Who looks for somebody with this phone or email sees whoever is being written down with it now. */
    private void lock(Contact contact) {
        locks.lock(Stream.concat(
                        Stream.ofNullable(contact.e164()),
                        Stream.ofNullable(contact.email()).map(EmailAddress::keyOf))
                .map(address -> UUID.nameUUIDFromBytes(("client at " + address).getBytes(StandardCharsets.UTF_8)))
                .toList());
    }
}
