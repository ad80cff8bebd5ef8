package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Assignment;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.ResourceKind;
import dev.unknot.common.time.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A therapist and a place that would do, with the claims that taking them makes. */
record Candidate(Assignment assignment, List<Claim> claims) {

    Candidate {
        claims = List.copyOf(claims);
    }

    /**
     * The therapist is claimed with preparation and rest, the place with its turnover, the client, if one is named, for the
     * session alone.
     */
    static Candidate of(Wish wish, Assignment assignment, Duration turnover) {
        TimeRange session = wish.session();
        UUID therapistId = assignment.therapist().value();
        TimeRange atWork = session.padded(
                Duration.ofMinutes(wish.treatment().beforeMinutes()),
                Duration.ofMinutes(wish.treatment().afterMinutes()));
        Claim therapist = new Claim(ResourceKind.THERAPIST, therapistId, therapistId, atWork);
        Claim place = new Claim(
                ResourceKind.ROOM,
                assignment.place().resourceId(),
                assignment.place().roomId().value(),
                session.padded(Duration.ZERO, turnover));
        Stream<Claim> client = Stream.ofNullable(wish.client())
                .map(id -> new Claim(ResourceKind.CLIENT, id.value(), id.value(), session));
        return new Candidate(
                assignment, Stream.concat(Stream.of(therapist, place), client).toList());
    }

    /** The client is the same for all candidates: with them taken, none is free. */
    boolean free(Set<UUID> taken) {
        return claims.stream().map(Claim::resourceId).noneMatch(taken::contains);
    }

    Visit visit(Wish wish) {
        return wish.visit(assignment.zone(), assignment.place().roomId());
    }
}
