package dev.unknot.booking.client;

import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.availability.ClientStanding;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.PutRestrictions;
import dev.unknot.common.client.RestrictionsView;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.web.ExpectedVersion;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What clients are not booked for. A client whom the caller does not know is not found. */
@Service
public class Restrictions {

    private final Clients clients;
    private final KnownClients known;
    private final LockedClients locked;
    private final ClientMapper mapper;
    private final Availability availability;
    private final ClientAnnouncements announcements;

    Restrictions(
            Clients clients,
            KnownClients known,
            LockedClients locked,
            ClientMapper mapper,
            Availability availability,
            ClientAnnouncements announcements) {
        this.clients = clients;
        this.known = known;
        this.locked = locked;
        this.mapper = mapper;
        this.availability = availability;
        this.announcements = announcements;
    }

    /** For staff who know them. */
    @Transactional(readOnly = true)
    public RestrictionsView of(ClientId id, Caller caller) {
        known.require(id, caller);
        return clients.findById(id.value()).map(mapper::restrictions).orElseThrow(ClientRegister::unknown);
    }

    /** By staff who know them; announced without the reason. */
    @Transactional(propagation = Propagation.MANDATORY)
    public RestrictionsView put(ClientId id, ExpectedVersion expected, PutRestrictions command, Caller caller) {
        known.require(id, caller);
        requireTherapists(command);
        Client client = locked.one(id, caller);
        long before = client.getVersion();
        expected.require(before);
        String because = command.barred() == null ? null : command.barred().strip();
        client.restrict(
                because, command.avoids().stream().map(TherapistId::value).collect(Collectors.toSet()));
        Client restricted = clients.saveAndFlush(client);
        if (restricted.getVersion() > before) {
            announcements.changed(restricted, null);
        }
        return mapper.restrictions(restricted);
    }

    /** Hands over each client who is barred or avoids somebody. */
    @Transactional(readOnly = true)
    public void all(Consumer<ClientStanding> consumer) {
        known.restricted().forEach(consumer);
    }

    private void requireTherapists(PutRestrictions command) {
        availability.requireComplete();
        if (command.avoids().stream().anyMatch(therapist -> availability.version(therapist) == 0)) {
            throw Rejection.invalid("unknown-therapist", "There is no such therapist.", "avoids");
        }
    }
}
