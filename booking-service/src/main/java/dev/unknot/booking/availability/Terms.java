package dev.unknot.booking.availability;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.unknot.common.terms.BookingPolicy;
import dev.unknot.common.terms.LocationTermsSnapshot;
import dev.unknot.common.terms.Menu;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A location's terms as the laws ask for them.
 *
 * @param sold all that is on the menu; null: there is none, and everything is sold as the treatments are offered
 */
record Terms(BookingPolicy policy, @Nullable Set<Sold> sold) {

    static final Terms USUAL = new Terms(BookingPolicy.USUAL, null);

    static Terms of(LocationTermsSnapshot terms) {
        return new Terms(terms.policy(), terms.menu() == null ? null : sold(terms.menu()));
    }

    private static Set<Sold> sold(Menu menu) {
        return menu.entries().stream()
                .map(entry -> new Sold(entry.treatmentId(), entry.minutes()))
                .collect(toUnmodifiableSet());
    }

    boolean hasMenu() {
        return sold != null;
    }

    /** Whether it is on the menu, if there is one. */
    boolean lists(TreatmentSnapshot treatment, int minutes) {
        return sold == null || sold.contains(new Sold(treatment.id(), minutes));
    }

    int cadence(TreatmentSnapshot treatment) {
        Integer own = policy.cadenceMinutes();
        return own == null ? treatment.cadenceMinutes() : own;
    }

    Instant earliest(TreatmentSnapshot treatment, Instant now) {
        Integer own = policy.noticeMinutes();
        int minutes = own == null ? treatment.noticeMinutes() : Math.max(own, treatment.noticeMinutes());
        return now.plus(Duration.ofMinutes(minutes));
    }

    /** The first cell that is too far ahead to start at. */
    long end(Instant now, ZoneId zone) {
        Integer days = policy.horizonDays();
        return days == null
                ? Long.MAX_VALUE
                : CellTime.ceil(now.atZone(zone)
                        .toLocalDate()
                        .plusDays(days + 1L)
                        .atStartOfDay(zone)
                        .toInstant());
    }

    /** Whether who missed sessions at these instants needs approval at {@code now}. */
    boolean needApproval(Iterable<Instant> missed, Instant now, ZoneId zone) {
        Integer most = policy.noShowsBeforeApproval();
        Integer months = policy.noShowMonths();
        if (most == null || months == null) {
            return false;
        }
        Instant since = now.atZone(zone).minusMonths(months).toInstant();
        int counted = 0;
        for (Instant start : missed) {
            if (!start.isBefore(since)) {
                counted++;
            }
        }
        return counted >= most;
    }

    record Sold(TreatmentId treatment, int minutes) {}
}
