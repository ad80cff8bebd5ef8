package dev.unknot.booking.availability;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.time.Grid;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, whether by a search or by a wish, in cells.
 *
 * @param client null: nobody in particular
 * @param moving the appointment whose own claims do not count
 * @param moved the resources it has claims on; the claims of all others need not be looked through
 */
record Ask(
        TreatmentSnapshot treatment,
        int before,
        int session,
        int after,
        @Nullable Taken client,
        @Nullable AppointmentId moving,
        List<UUID> moved,
        boolean ignoreClaims,
        Set<String> waived,
        Instant now) {

    static Ask of(SlotQuery query, Index index) {
        return of(
                index,
                query.treatment(),
                query.minutes(),
                query.client(),
                query.moving(),
                false,
                query.waived(),
                query.now());
    }

    static Ask of(BookingWish wish, Index index) {
        return of(
                index,
                wish.treatment(),
                wish.minutes(),
                wish.client(),
                wish.moving(),
                wish.ignoreClaims(),
                wish.waived(),
                wish.now());
    }

    private static Ask of(
            Index index,
            TreatmentSnapshot treatment,
            int minutes,
            @Nullable ClientId client,
            @Nullable AppointmentId moving,
            boolean ignoreClaims,
            Set<String> waived,
            Instant now) {
        return new Ask(
                treatment,
                CellTime.ofMinutes(treatment.beforeMinutes()),
                CellTime.ofMinutes(minutes),
                CellTime.ofMinutes(treatment.afterMinutes()),
                client == null ? null : index.taken(client.value()),
                moving,
                moving == null ? List.of() : index.resources(moving.value()),
                ignoreClaims,
                waived,
                now);
    }

    static boolean offers(TreatmentSnapshot treatment, int minutes) {
        return Grid.fits(minutes) && treatment.offers().stream().anyMatch(offer -> offer.minutes() == minutes);
    }

    Instant earliestWithNotice() {
        return now.plus(Duration.ofMinutes(treatment.noticeMinutes()));
    }

    /** The claims on a resource that stand in this one's way. */
    Taken counted(Taken claims) {
        if (ignoreClaims) {
            return Taken.never(claims.resource());
        }
        return moved.contains(claims.resource()) ? claims.without(moving == null ? null : moving.value()) : claims;
    }
}
