package dev.unknot.booking.client;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.CorrectClient;
import dev.unknot.platform.web.ExpectedVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts right who a client is and how they are reached. */
@Component
class Corrections {

    private static final String CAUSE = "corrected";

    private final Clients clients;
    private final ContactDetails details;
    private final ClientAnnouncements announcements;

    Corrections(Clients clients, ContactDetails details, ClientAnnouncements announcements) {
        this.clients = clients;
        this.details = details;
        this.announcements = announcements;
    }

    /** Of what is as it was nothing is announced. */
    @Transactional(propagation = Propagation.MANDATORY)
    Client correct(ClientId id, ExpectedVersion expected, CorrectClient command) {
        Client client = clients.lock(id.value()).orElseThrow(ClientRegister::unknown);
        long before = client.getVersion();
        expected.require(before);
        client.correct(
                command.name().strip(), details.read(command.email(), command.phone(), null), command.language());
        Client corrected = clients.saveAndFlush(client);
        if (corrected.getVersion() > before) {
            announcements.changed(corrected, CAUSE);
        }
        return corrected;
    }
}
