package dev.unknot.booking.availability;

import dev.unknot.common.appointment.Displacement;
import java.util.Optional;
import java.util.UUID;

/**
 * The location's side: that it is open for the session, and that the session's places are there and in use. Turnover
 * afterwards is the room's own affair once the session is agreed on.
 */
record LocationCover(LocationTime location) implements Cover {

    @Override
    public Optional<Displacement> lost(Session session) {
        if (!CellRange.of(session.during())
                .within(location.from(), location.to())
                .among(location.open())) {
            return Optional.of(Displacement.LOCATION_CLOSED);
        }
        return session.places().stream().allMatch(place -> usable(place, session))
                ? Optional.empty()
                : Optional.of(Displacement.ROOM_OUT);
    }

    @Override
    public boolean knows(Session session) {
        return CellRange.of(session.during()).liesIn(location.from(), location.to());
    }

    private boolean usable(UUID place, Session session) {
        return location.places().stream()
                .anyMatch(room -> room.resource().id().equals(place)
                        && room.has(session.capability())
                        && CellRange.of(session.during()).among(room.usable()));
    }
}
