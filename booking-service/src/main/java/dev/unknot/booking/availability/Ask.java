package dev.unknot.booking.availability;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.Grid;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, whether by a search or by a wish, in cells.
 *
 * @param index what else is asked of
 * @param minutes of the treatment, without add-ons
 * @param party of which the visitors are some
 * @param visitors for whom is asked, in order; empty: nobody in particular
 * @param moving what does not count, of all that is taken
 * @param asAgreed whether the treatment and its length were agreed on before
 */
record Ask(
        Index index,
        TreatmentSnapshot treatment,
        int minutes,
        int before,
        int session,
        int after,
        Party party,
        List<Visitor> visitors,
        @Nullable Engagement moving,
        boolean ignoreClaims,
        Set<String> waived,
        boolean asAgreed,
        Instant now) {

    Ask {
        visitors = List.copyOf(visitors);
    }

    static Ask of(SlotQuery query, Index index) {
        return of(
                index,
                query.treatment(),
                query.minutes(),
                query.addedMinutes(),
                query.preferences().party(),
                query.clients(),
                query.moving(),
                false,
                query.waived(),
                query.asAgreed(),
                query.now());
    }

    static Ask of(BookingWish wish, Index index) {
        return of(
                index,
                wish.treatment(),
                wish.minutes(),
                wish.addedMinutes(),
                Party.ONE,
                wish.client() == null ? List.of() : List.of(wish.client()),
                wish.moving(),
                wish.ignoreClaims(),
                wish.waived(),
                wish.asAgreed(),
                wish.now());
    }

    private static Ask of(
            Index index,
            TreatmentSnapshot treatment,
            int minutes,
            int addedMinutes,
            Party party,
            List<ClientId> clients,
            @Nullable AppointmentId moving,
            boolean ignoreClaims,
            Set<String> waived,
            boolean asAgreed,
            Instant now) {
        return new Ask(
                index,
                treatment,
                minutes,
                CellTime.ofMinutes(treatment.beforeMinutes()),
                CellTime.ofMinutes(minutes + addedMinutes),
                CellTime.ofMinutes(treatment.afterMinutes()),
                party,
                clients.stream()
                        .map(client -> new Visitor(index.guest(client), index.resource(client.value())))
                        .toList(),
                moving == null ? null : index.engagement(moving.value()),
                ignoreClaims,
                waived,
                asAgreed,
                now);
    }

    /** For somebody of whom more is known than the index knows. */
    Ask with(Guest other, Resource time) {
        return new Ask(
                index,
                treatment,
                minutes,
                before,
                session,
                after,
                party,
                List.of(new Visitor(other, time)),
                moving,
                ignoreClaims,
                waived,
                asAgreed,
                now);
    }

    boolean onGrid() {
        return Grid.fits(minutes);
    }

    /** Whether the treatment is offered in this length, or was, which matters where there is no menu. */
    boolean offered() {
        return onGrid() && (asAgreed || offers());
    }

    private boolean offers() {
        return treatment.offers().stream().anyMatch(offer -> offer.minutes() == minutes);
    }

    /** Whether it is on the menu of a location with these terms, if there is one, or was. */
    boolean listed(Terms terms) {
        return asAgreed || terms.lists(treatment, minutes);
    }

    /** What of a resource's time stands in this one's way. */
    Taken counted(Resource resource) {
        return ignoreClaims ? Taken.NEVER : others(resource);
    }

    /** Whether all there is of a resource's time stands in this one's way. */
    boolean countsAll(Resource resource) {
        return !ignoreClaims && !moves(resource);
    }

    private boolean moves(Resource resource) {
        return moving != null && moving.resources().contains(resource);
    }

    /** Whether who treats whom is of account: each has a therapist of their own, and not everybody would have everybody. */
    boolean choosy() {
        if (!party.several() || party.therapists() < party.size()) {
            return false;
        }
        for (Visitor visitor : visitors) {
            if (!visitor.guest().standing().avoids().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody would have the therapist, or where they share theirs, whether everybody would. */
    boolean accepts(TherapistId therapist) {
        int avoiding = 0;
        for (Visitor visitor : visitors) {
            avoiding += visitor.avoids(therapist) ? 1 : 0;
        }
        return avoiding == 0 || party.therapists() == party.size() && avoiding < party.size();
    }

    /** What of a visitor's time stands in this one's way. */
    Taken timeOf(Visitor visitor) {
        Resource time = visitor.time();
        return time == null ? Taken.NEVER : counted(time);
    }

    /** What else there is of it, in the way or not. */
    Taken others(Resource resource) {
        Taken taken = resource.taken();
        return moves(resource) ? taken.without(moving) : taken;
    }
}
