package dev.unknot.booking.availability;

import dev.unknot.common.appointment.Displacement;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.therapist.TherapistSnapshot;
import java.util.Optional;

/**
 * Whether a therapist or a location still gives the sessions agreed on. It asks what the hard laws ask of a booking, of the
 * same cells, and never more: what can be booked is covered. What lies beyond the horizon is neither lost nor known.
 */
public interface Cover {

    /** Why the session can no longer be given; empty: as far as is known, it can. */
    Optional<Displacement> lost(Session session);

    /** Whether everything is known that {@link #lost} looks at. */
    boolean knows(Session session);

    static Cover by(TherapistSnapshot therapist) {
        return new TherapistCover(
                TherapistTime.of(therapist, 0, new Resource(therapist.id().value())));
    }

    static Cover by(LocationSnapshot location) {
        return new LocationCover(LocationTime.of(location, 0, Resource::new, Terms.USUAL));
    }

    /** Nothing is given any more. */
    static Cover gone(Displacement why) {
        return new Same(Optional.of(why), true);
    }

    /** Not heard of, which says nothing. */
    static Cover unknown() {
        return new Same(Optional.empty(), false);
    }

    /** The same for every session. */
    record Same(Optional<Displacement> why, boolean known) implements Cover {

        @Override
        public Optional<Displacement> lost(Session session) {
            return why;
        }

        @Override
        public boolean knows(Session session) {
            return known;
        }
    }
}
