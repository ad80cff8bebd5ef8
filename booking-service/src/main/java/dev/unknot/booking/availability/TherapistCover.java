package dev.unknot.booking.availability;

import dev.unknot.common.appointment.Displacement;
import dev.unknot.common.time.TimeRange;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The therapist's side: {@link TherapistLaw} without the claims. Who no longer has the treatment's skill is to its clients
 * as one who has left: another has to be found.
 */
record TherapistCover(TherapistTime therapist) implements Cover {

    @Override
    public Optional<Displacement> lost(Session session) {
        TimeRange atWork = session.atWork().get(therapist.id());
        if (atWork == null) {
            return Optional.empty();
        }
        if (!here(session) || !skilled(session) || !licensed(session)) {
            return Optional.of(Displacement.THERAPIST_LEFT);
        }
        boolean working = CellRange.of(atWork)
                .within(therapist.from(), therapist.to())
                .among(therapist.workingAt(session.location()));
        return working ? Optional.empty() : Optional.of(Displacement.THERAPIST_NOT_WORKING);
    }

    @Override
    public boolean knows(Session session) {
        TimeRange atWork = session.atWork().get(therapist.id());
        return atWork == null || CellRange.of(atWork).liesIn(therapist.from(), therapist.to());
    }

    private boolean here(Session session) {
        LocalDate last = therapist.lastDay();
        return therapist.active()
                && (last == null
                        || session.during()
                                .start()
                                .isBefore(last.plusDays(1)
                                        .atStartOfDay(session.zone())
                                        .toInstant()));
    }

    private boolean skilled(Session session) {
        return session.skill() == null || therapist.skills().contains(session.skill());
    }

    private boolean licensed(Session session) {
        LocalDate last = therapist.licensedUntil();
        return last == null
                || !session.during()
                        .end()
                        .isAfter(last.plusDays(1).atStartOfDay(session.zone()).toInstant());
    }
}
