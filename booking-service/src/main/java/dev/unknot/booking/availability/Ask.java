package dev.unknot.booking.availability;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.time.Grid;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, whether by a search or by a wish, in cells.
 *
 * @param index what else is asked of
 * @param minutes of the treatment, without add-ons
 * @param guest null: nobody in particular
 * @param client null: nobody in particular, or nobody who has ever been booked
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
        @Nullable Guest guest,
        @Nullable Resource client,
        @Nullable Engagement moving,
        boolean ignoreClaims,
        Set<String> waived,
        boolean asAgreed,
        Instant now) {

    static Ask of(SlotQuery query, Index index) {
        return of(
                index,
                query.treatment(),
                query.minutes(),
                query.addedMinutes(),
                query.client(),
                query.moving(),
                false,
                query.waived(),
                false,
                query.now());
    }

    static Ask of(BookingWish wish, Index index) {
        return of(
                index,
                wish.treatment(),
                wish.minutes(),
                wish.addedMinutes(),
                wish.client(),
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
            @Nullable ClientId client,
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
                client == null ? null : index.guest(client),
                client == null ? null : index.resource(client.value()),
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
                other,
                time,
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

    /** What of the client's time stands in this one's way. */
    Taken clientTime() {
        return client == null ? Taken.NEVER : counted(client);
    }

    /** What else there is of it, in the way or not. */
    Taken others(Resource resource) {
        Taken taken = resource.taken();
        return moves(resource) ? taken.without(moving) : taken;
    }
}
