package dev.unknot.booking.client;

import dev.unknot.common.access.Role;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.client.CorrectClient;
import dev.unknot.common.client.CreateClient;
import dev.unknot.common.location.LocationId;
import dev.unknot.platform.audit.AuditTrail;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.web.ExpectedVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who the clients are: the door through which they are written down, read and put right. */
@Service
public class ClientRegister {

    private final KnownClients known;
    private final NewClients newClients;
    private final Corrections corrections;
    private final ClientAnnouncements announcements;
    private final ClientMapper mapper;
    private final AuditTrail audit;

    ClientRegister(
            KnownClients known,
            NewClients newClients,
            Corrections corrections,
            ClientAnnouncements announcements,
            ClientMapper mapper,
            AuditTrail audit) {
        this.known = known;
        this.newClients = newClients;
        this.corrections = corrections;
        this.announcements = announcements;
        this.mapper = mapper;
        this.audit = audit;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public ClientView create(CreateClient command, Caller caller) {
        if (command.locationId() != null) {
            caller.locations().require(command.locationId());
        }
        Client client = newClients.create(command, caller);
        knownFromNowOn(new ClientId(client.getId()), command.locationId(), caller);
        announcements.changed(client, null);
        return mapper.view(client);
    }

    /** For whoever knows them; for any other desk too, and so on record. A program reads those of its own locations, on record. */
    @Transactional
    public Optional<ClientView> view(ClientId id, Caller caller) {
        Optional<ClientView> view = known.find(id, caller);
        if (view.isPresent() && !isKnownTo(caller, id)) {
            audit.looked("client-by-id", id.value());
        }
        return view;
    }

    /** By whoever may read them; for whom they are not known at their locations, that is on record as a look-up too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ClientView correct(ClientId id, ExpectedVersion expected, CorrectClient command, Caller caller) {
        if (command.locationId() != null) {
            caller.locations().require(command.locationId());
        }
        Client corrected = corrections.correct(id, expected, command);
        if (!isKnownTo(caller, id)) {
            audit.looked("client-by-id", id.value());
        }
        return mapper.view(corrected);
    }

    /** A program that names no place would not find whom it has just written down. */
    private void knownFromNowOn(ClientId client, @Nullable LocationId named, Caller caller) {
        if (named != null) {
            known.add(client, named);
        } else if (caller.is(Role.INTEGRATION)) {
            caller.locations().ids().forEach(location -> known.add(client, new LocationId(location)));
        }
    }

    private boolean isKnownTo(Caller caller, ClientId id) {
        return !caller.is(Role.INTEGRATION) && known.has(id, caller);
    }

    public boolean knows(ClientId id) {
        return known.exists(id);
    }

    /** For whoever has an appointment there: from now on its people find them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void comesTo(LocationId location, ClientId client) {
        known.add(client, location);
    }

    static Rejection unknown() {
        return Rejection.notFound("not-found", "There is no such client.");
    }
}
