package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Cover;
import dev.unknot.booking.availability.Session;
import dev.unknot.common.appointment.Displacement;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All that sessions rest on together, as it is stored.
 *
 * @param known by the id of the location or therapist
 */
record StoredCover(Map<UUID, Cover> known) implements Cover {

    @Override
    public Optional<Displacement> lost(Session session) {
        return restsOn(session)
                .map(cover -> cover.lost(session))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public boolean knows(Session session) {
        return restsOn(session).allMatch(cover -> cover.knows(session));
    }

    private Stream<Cover> restsOn(Session session) {
        return Stream.concat(
                        Stream.of(session.location().value()),
                        session.atWork().keySet().stream().map(therapist -> therapist.value()))
                .map(id -> known.getOrDefault(id, Cover.unknown()));
    }
}
