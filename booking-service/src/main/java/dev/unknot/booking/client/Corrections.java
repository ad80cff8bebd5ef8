package dev.unknot.booking.client;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.CorrectClient;
import dev.unknot.common.location.LocationId;
import dev.unknot.platform.web.ExpectedVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts right who a client is and how they are reached. */
@Component
class Corrections {

    private static final String CAUSE = "corrected";

    private final Clients clients;
    private final KnownClients known;
    private final ContactDetails details;
    private final ClientAnnouncements announcements;

    Corrections(Clients clients, KnownClients known, ContactDetails details, ClientAnnouncements announcements) {
        this.clients = clients;
        this.known = known;
        this.details = details;
        this.announcements = announcements;
    }

    /** Of what is as it was nothing is announced. */
    @Transactional(propagation = Propagation.MANDATORY)
    Client correct(ClientId id, ExpectedVersion expected, CorrectClient command) {
        Client client = clients.lock(id.value()).orElseThrow(ClientRegister::unknown);
        long before = client.getVersion();
        expected.require(before);
        client.correct(command.name().strip(), contact(id, command), command.language());
        Client corrected = clients.saveAndFlush(client);
        if (corrected.getVersion() > before) {
            announcements.changed(corrected, CAUSE);
        }
        return corrected;
    }

    private Contact contact(ClientId id, CorrectClient command) {
        LocationId location = command.locationId();
        return location == null
                ? details.readAmong(command.email(), command.phone(), known.placesOf(id))
                : details.read(command.email(), command.phone(), location);
    }
}
