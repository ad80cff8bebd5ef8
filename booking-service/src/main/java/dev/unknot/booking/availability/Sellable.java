package dev.unknot.booking.availability;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds when each therapist of a location could begin the shortest session of anything that is sold there, to anybody. It
 * asks {@link Search} for every treatment, so that preparation, rest, rooms and rules count as they do in a booking.
 */
final class Sellable {

    private static final Set<String> EVERY_SOFT_RULE =
            Arrays.stream(Rule.values()).filter(Rule::soft).map(Rule::code).collect(Collectors.toUnmodifiableSet());

    private final Index index;
    private final List<Shortest.Sold> sold;
    private final LocationId location;
    private final Instant now;
    private final Map<TherapistId, StartTimes> found = new HashMap<>();

    Sellable(Index index, KnownTreatments treatments, LocationId location, Instant now) {
        this.index = index;
        this.sold = Shortest.sold(index.terms().of(location).menu(), treatments, now);
        this.location = location;
        this.now = now;
    }

    /** Those of whom none could begin anything are left out. */
    Map<TherapistId, StartTimes> within(TimeRange range) {
        Set<Object> seen = new HashSet<>();
        for (Shortest.Sold one : sold) {
            if (seen.add(likeness(one))) {
                look(one, range, Set.of());
            }
        }
        seen.clear();
        for (Shortest.Sold one : sold) {
            if (seen.add(likeness(one))) {
                look(one, range, EVERY_SOFT_RULE);
            }
        }
        found.values().forEach(times -> times.waivable().removeAll(times.kept()));
        return found;
    }

    private void look(Shortest.Sold one, TimeRange range, Set<String> waived) {
        SlotQuery query = new SlotQuery(
                one.treatment(),
                one.minutes(),
                Set.of(location),
                null,
                null,
                null,
                null,
                range.start(),
                // A session may end after the range that it begins in.
                range.end().plusSeconds(60L * one.minutes()),
                null,
                Integer.MAX_VALUE,
                waived,
                now,
                true);
        for (Opening opening : new Search(query, index).run()) {
            Instant start = opening.session().start();
            if (start.isBefore(range.end())) {
                StartTimes times = found.computeIfAbsent(opening.therapist(), each -> new StartTimes());
                (waived.isEmpty() ? times.kept() : times.waivable()).add(start);
            }
        }
    }

    /** Two treatments that are alike in this can begin at the same times. */
    private static Likeness likeness(Shortest.Sold one) {
        TreatmentSnapshot treatment = one.treatment();
        return new Likeness(
                one.minutes(),
                treatment.beforeMinutes(),
                treatment.afterMinutes(),
                treatment.skill(),
                treatment.capability(),
                treatment.cadenceMinutes(),
                treatment.noticeMinutes(),
                treatment.lastDay());
    }

    private record Likeness(
            int minutes,
            int before,
            int after,
            @Nullable String skill,
            @Nullable String capability,
            int cadence,
            int notice,
            @Nullable LocalDate lastDay) {}
}
