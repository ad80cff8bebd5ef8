package dev.unknot.booking.availability;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.time.Grid;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, whether by a search or by a wish, in cells.
 *
 * @param moving the appointment whose own claims do not count
 */
record Ask(
        TreatmentSnapshot treatment,
        int before,
        int session,
        int after,
        Taken client,
        @Nullable AppointmentId moving,
        boolean ignoreClaims,
        Set<String> waived,
        Instant now) {

    static Ask of(SlotQuery query, Index index) {
        Taken client = query.client() == null
                ? Taken.NEVER
                : index.taken(query.client().value());
        return of(query.treatment(), query.minutes(), client, query.moving(), false, query.waived(), query.now());
    }

    static Ask of(BookingWish wish, Index index) {
        Taken client =
                wish.client() == null ? Taken.NEVER : index.taken(wish.client().value());
        return of(
                wish.treatment(),
                wish.minutes(),
                client,
                wish.moving(),
                wish.ignoreClaims(),
                wish.waived(),
                wish.now());
    }

    private static Ask of(
            TreatmentSnapshot treatment,
            int minutes,
            Taken client,
            @Nullable AppointmentId moving,
            boolean ignoreClaims,
            Set<String> waived,
            Instant now) {
        return new Ask(
                treatment,
                CellTime.ofMinutes(treatment.beforeMinutes()),
                CellTime.ofMinutes(minutes),
                CellTime.ofMinutes(treatment.afterMinutes()),
                client,
                moving,
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
        return ignoreClaims ? Taken.NEVER : claims.without(moving);
    }
}
