package dev.unknot.booking.slot;

import dev.unknot.booking.availability.Agreement;
import dev.unknot.booking.availability.Opening;
import dev.unknot.booking.availability.Preferences;
import dev.unknot.booking.availability.Ranking;
import dev.unknot.booking.availability.SlotQuery;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.Era;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.web.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A caller's search for slots, each of which lies inside {@code [from, to)}.
 *
 * @param locations empty: all the caller's
 * @param therapist null: any, one slot per start and location
 * @param clients whose rules count and whose other visits are in the way, each once and no more than the party has; empty: nobody
 *     in particular
 * @param moving the appointment whose own claims do not count
 * @param cursor where the page before ended
 * @param limit 1 to {@value #MOST}
 * @param each every therapist at every start and location
 * @param waive codes of soft rules that staff would set aside
 * @param addOns codes of what is to be given on top, each once
 * @param agreed on what {@code moving} was agreed, which it keeps at another time; null: what is sold
 */
public record SlotRequest(
        TreatmentId treatment,
        int minutes,
        Set<LocationId> locations,
        @Nullable TherapistId therapist,
        @Nullable Gender gender,
        List<ClientId> clients,
        @Nullable AppointmentId moving,
        Instant from,
        Instant to,
        @Nullable String cursor,
        int limit,
        boolean each,
        Set<String> waive,
        Preferences preferences,
        List<String> addOns,
        @Nullable Agreement agreed) {

    private static final int MOST = 1_000;
    private static final Duration LONGEST = Duration.ofDays(92);

    public SlotRequest {
        locations = Set.copyOf(locations);
        clients = List.copyOf(clients);
        waive = Set.copyOf(waive);
        addOns = List.copyOf(addOns);
        if (limit < 1 || limit > MOST) {
            throw Rejection.malformed("invalid-parameter", "A search answers 1 to " + MOST + " slots.", "limit");
        }
        if (cursor != null && !paged(preferences)) {
            throw Rejection.malformed("invalid-parameter", "The best of a range have no further page.", "cursor");
        }
        if (clients.size() > preferences.party().size()) {
            throw Rejection.malformed("invalid-parameter", "More clients are named than the party has.", "client");
        }
        if (each && preferences.party().size() > 1) {
            throw Rejection.malformed(
                    "invalid-parameter", "Several at once are offered together, not each by themselves.", "each");
        }
        requireInEra(from, "from");
        requireInEra(to, "to");
        if (!from.isBefore(to)) {
            throw Rejection.invalid("range-empty", "The time to search ends after it begins.", "to");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Rejection.invalid(
                    "range-too-long", "A search reaches over " + LONGEST.toDays() + " days at most.", "to");
        }
    }

    /** For what a visit was agreed on. */
    SlotRequest keeping(Agreement agreement) {
        return new SlotRequest(
                treatment,
                minutes,
                locations,
                therapist,
                gender,
                clients,
                moving,
                from,
                to,
                cursor,
                limit,
                each,
                waive,
                preferences,
                addOns,
                agreement);
    }

    SlotQuery.@Nullable After after() {
        return cursor == null
                ? null
                : Cursor.decode(
                        cursor,
                        parts -> new SlotQuery.After(
                                Cursor.moment(parts.get(0)),
                                new LocationId(UUID.fromString(parts.get(1))),
                                each ? new TherapistId(UUID.fromString(parts.get(2))) : null));
    }

    /** Null where there are no further pages. */
    @Nullable
    String cursorAfter(Opening last) {
        return paged(preferences) ? Cursor.encode(last.session().start(), last.location(), last.therapist()) : null;
    }

    private static boolean paged(Preferences preferences) {
        return preferences.ranking() == Ranking.EARLIEST;
    }

    private static void requireInEra(Instant instant, String parameter) {
        if (!Era.includes(instant)) {
            throw Rejection.malformed("invalid-parameter", "A search is within the years 1970 to 2199.", parameter);
        }
    }
}
