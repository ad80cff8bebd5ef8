package dev.unknot.booking.client;

import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.availability.ClientStanding;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.client.PutRestrictions;
import dev.unknot.common.client.RestrictionsView;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.outbox.Outbox;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.AfterCommit;
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
    private final Outbox outbox;

    Restrictions(
            Clients clients,
            KnownClients known,
            ClientMapper mapper,
            Availability availability,
            ResourceLocks locks,
            Outbox outbox) {
        this.clients = clients;
        this.known = known;
        this.mapper = mapper;
        this.availability = availability;
        this.locks = locks;
        this.outbox = outbox;
    }

    RestrictionsView of(ClientId id, Caller caller) {
        requireKnown(id, caller);
        return clients.findById(id.value()).map(mapper::restrictions).orElseThrow(Restrictions::unknown);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    RestrictionsView put(ClientId id, ExpectedVersion expected, PutRestrictions command, Caller caller) {
        requireKnown(id, caller);
        requireTherapists(command);
        // What a booking of theirs locks too: it sees either all of this or comes before it.
        locks.lock(List.of(id.value()));
        Client client = clients.lock(id.value()).orElseThrow(Restrictions::unknown);
        long before = client.getVersion();
        expected.require(before);
        String because = command.barred() == null ? null : command.barred().strip();
        client.restrict(
                because, command.avoids().stream().map(TherapistId::value).collect(Collectors.toSet()));
        Client restricted = clients.saveAndFlush(client);
        if (restricted.getVersion() > before) {
            announce(mapper.snapshot(restricted), restricted.getVersion());
        }
        return mapper.restrictions(restricted);
    }

    private void announce(ClientSnapshot snapshot, long version) {
        outbox.announce(snapshot, version, null);
        AfterCommit.run(() -> availability.learn(ClientStanding.of(snapshot, version)));
    }

    private void requireKnown(ClientId id, Caller caller) {
        if (known.among(List.of(id.value()), ClientScope.of(caller)).isEmpty()) {
            throw unknown();
        }
    }

    private void requireTherapists(PutRestrictions command) {
        availability.requireComplete();
        if (command.avoids().stream().anyMatch(therapist -> availability.version(therapist) == 0)) {
            throw Rejection.invalid("unknown-therapist", "There is no such therapist.", "avoids");
        }
    }

    private static Rejection unknown() {
        return Rejection.notFound("not-found", "There is no such client.");
    }
}
