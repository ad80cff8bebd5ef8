package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Cover;
import dev.unknot.booking.supply.LocationLearned;
import dev.unknot.booking.supply.Stored;
import dev.unknot.booking.supply.Supply;
import dev.unknot.booking.supply.TherapistLearned;
import dev.unknot.booking.treatment.TreatmentNeedsChanged;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.Displacement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Marks the appointments ahead that a changed schedule, or what a treatment now needs, leaves without cover, and unmarks those
 * that are covered again, in the transaction of the change. The reason is the one for which they were displaced, until they are
 * covered.
 *
 * <p>Whoever stores holds the lock of the therapist, or of all places of the location. A booking holds it from before it
 * looks at the stored versions to its commit: so it has either committed, and is found here, or will see what is stored now.
 * Rows are locked after that; who changes one without those locks, as a cancellation does, is waited for and looked at again.
 *
 * <p>However many they are: at most 14 statements, and 6 more for each further {@value #AT_ONCE} that change.
 */
@Component
class Displacements {

    private static final String CAUSE = "schedule-changed";

    /** Their events and claims lie in memory together. */
    private static final int AT_ONCE = 1_000;

    private final Supply supply;
    private final VisitsAhead visits;
    private final Covers covers;
    private final Appointments appointments;
    private final Claims claims;
    private final Journal journal;
    private final Clock clock;

    Displacements(
            Supply supply,
            VisitsAhead visits,
            Covers covers,
            Appointments appointments,
            Claims claims,
            Journal journal,
            Clock clock) {
        this.supply = supply;
        this.visits = visits;
        this.covers = covers;
        this.appointments = appointments;
        this.claims = claims;
        this.journal = journal;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TherapistLearned learned) {
        Instant now = clock.instant();
        Cover own = supply.therapist(learned.id())
                .map(Stored::snapshot)
                .map(Cover::by)
                .orElse(Cover.gone(Displacement.THERAPIST_LEFT));
        review(own, among -> visits.of(learned.id(), now, among), now);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(LocationLearned learned) {
        Instant now = clock.instant();
        Cover own = supply.location(learned.id())
                .map(Stored::snapshot)
                .map(Cover::by)
                .orElse(Cover.gone(Displacement.LOCATION_CLOSED));
        review(own, among -> visits.at(learned.id(), now, among), now);
    }

    /** Whoever puts a treatment holds its lock alone; a booking shares it, and asks under it for the stored version. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TreatmentNeedsChanged changed) {
        Instant now = clock.instant();
        Cover stored = covers.stored(visits.with(changed.id(), now, null));
        review(stored, among -> visits.with(changed.id(), now, among), now);
    }

    private void review(Cover own, Function<@Nullable Collection<AppointmentId>, List<VisitAhead>> ahead, Instant now) {
        List<AppointmentId> found =
                List.copyOf(covers.changed(ahead.apply(null), own).keySet());
        if (found.isEmpty()) {
            return;
        }
        visits.lock(found);
        Map<AppointmentId, Optional<Displacement>> changed = covers.changed(ahead.apply(found), own);
        List<AppointmentId> still = List.copyOf(changed.keySet());
        for (int from = 0; from < still.size(); from += AT_ONCE) {
            mark(still.subList(from, Math.min(from + AT_ONCE, still.size())), changed, now);
        }
    }

    private void mark(List<AppointmentId> ids, Map<AppointmentId, Optional<Displacement>> why, Instant now) {
        Map<AppointmentId, List<Claim>> has = claims.of(ids);
        List<Change<?>> changes = new ArrayList<>();
        for (Appointment appointment :
                appointments.among(ids.stream().map(AppointmentId::value).toList())) {
            List<Claim> own = has.getOrDefault(appointment.id(), List.of());
            changes.add(why.getOrDefault(appointment.id(), Optional.empty())
                    .<Change<?>>map(reason -> appointment.displace(reason, own))
                    .orElseGet(() -> appointment.coveredAgain(own)));
        }
        int updated =
                appointments.updateDisplaced(changes.stream().map(Change::after).toList());
        if (updated != ids.size()) {
            throw new IllegalStateException(updated + " of " + ids.size() + " locked appointments could be changed");
        }
        journal.record(changes, now, CAUSE);
    }
}
