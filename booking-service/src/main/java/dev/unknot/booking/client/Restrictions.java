package dev.unknot.booking.client;

import dev.unknot.booking.availability.Availability;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.PutRestrictions;
import dev.unknot.common.client.RestrictionsView;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.ResourceLocks;
import dev.unknot.platform.web.ExpectedVersion;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What clients are not booked for. A client whom the caller does not know is not found. */
@Component
class Restrictions {

    private final Clients clients;
    private final KnownClients known;
    private final ClientMapper mapper;
    private final Availability availability;
    private final ResourceLocks locks;
    private final ClientAnnouncements announcements;

    Restrictions(
            Clients clients,
            KnownClients known,
            ClientMapper mapper,
            Availability availability,
            ResourceLocks locks,
            ClientAnnouncements announcements) {
        this.clients = clients;
        this.known = known;
        this.mapper = mapper;
        this.availability = availability;
        this.locks = locks;
        this.announcements = announcements;
    }

    RestrictionsView of(ClientId id, Caller caller) {
        known.require(id, caller);
        return clients.findById(id.value()).map(mapper::restrictions).orElseThrow(ClientRegister::unknown);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    RestrictionsView put(ClientId id, ExpectedVersion expected, PutRestrictions command, Caller caller) {
        known.require(id, caller);
        requireTherapists(command);
        // What a booking of theirs locks too: it sees either all of this or comes before it.
        locks.lock(List.of(id.value()));
        Client client = clients.lock(id.value()).orElseThrow(ClientRegister::unknown);
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

    private void requireTherapists(PutRestrictions command) {
        availability.requireComplete();
        if (command.avoids().stream().anyMatch(therapist -> availability.version(therapist) == 0)) {
            throw Rejection.invalid("unknown-therapist", "There is no such therapist.", "avoids");
        }
    }
}
