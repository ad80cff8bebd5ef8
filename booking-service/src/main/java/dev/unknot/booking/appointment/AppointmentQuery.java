package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.time.Era;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.web.Cursor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search for appointments, ascending by start and then id; each part left out does not narrow it.
 *
 * @param from earliest start
 * @param to first start no longer wanted
 * @param displaced whether it is booked or confirmed and has lost its cover
 * @param cursor where the page before ended
 * @param limit appointments per page, 1 to {@value #MOST}; null: {@value #USUAL}
 */
public record AppointmentQuery(
        @Nullable UUID location,
        @Nullable UUID therapist,
        @Nullable UUID client,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable List<AppointmentStatus> status,
        @Nullable Boolean displaced,
        @Nullable String cursor,
        @Nullable Integer limit) {

    /** What was displaced and then called off or went ahead all the same is nobody's work any more. */
    private static final String DISPLACED = "(a.displaced IS NOT NULL AND a.status IN ('BOOKED', 'CONFIRMED'))";

    static final int USUAL = 50;
    static final int MOST = 200;

    public AppointmentQuery {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw Rejection.malformed("invalid-parameter", "A page has 1 to " + MOST + " appointments.", "limit");
        }
        requireInEra(from, "from");
        requireInEra(to, "to");
    }

    private static void requireInEra(@Nullable Instant instant, String parameter) {
        if (instant != null && !Era.includes(instant)) {
            throw Rejection.malformed("invalid-parameter", "Appointments are in the years 1970 to 2199.", parameter);
        }
    }

    int pageSize() {
        return limit == null ? USUAL : limit;
    }

    static String cursorAfter(Appointment last) {
        return Cursor.encode(last.start(), last.id());
    }

    /** Whoever does not ask for a status sees no hold that has ended. */
    Filter filter(Instant now) {
        Filter filter = new Filter();
        filter.add(location, "a.location_id = :location", "location");
        filter.add(therapist, has("therapist_id = :therapist"), "therapist");
        filter.add(client, has("client_id = :client"), "client");
        filter.add(from == null ? null : from.atOffset(ZoneOffset.UTC), "a.starts_at >= :from", "from");
        filter.add(to == null ? null : to.atOffset(ZoneOffset.UTC), "a.starts_at < :to", "to");
        if (status != null && !status.isEmpty()) {
            filter.add(status.stream().map(Enum::name).toList(), "a.status IN (:status)", "status");
        } else {
            filter.add(
                    now.atOffset(ZoneOffset.UTC),
                    "a.status <> 'EXPIRED' AND (a.expires_at IS NULL OR a.expires_at > :now)",
                    "now");
        }
        if (displaced != null) {
            filter.conditions.append(displaced ? " AND " : " AND NOT ").append(DISPLACED);
        }
        if (cursor != null) {
            Position after = Cursor.decode(
                    cursor, parts -> new Position(Cursor.moment(parts.get(0)), UUID.fromString(parts.get(1))));
            filter.add(
                    after.start().atOffset(ZoneOffset.UTC),
                    "(a.starts_at, a.id) > (:afterStart, :afterId)",
                    "afterStart");
            filter.parameters.put("afterId", after.id());
        }
        return filter;
    }

    private static String has(String condition) {
        return "EXISTS (SELECT FROM appointment_participants q WHERE q.appointment_id = a.id AND q." + condition + ")";
    }

    private record Position(Instant start, UUID id) {}

    /** Conditions with their parameters; never a value inside the text. */
    static final class Filter {

        private final StringBuilder conditions = new StringBuilder();
        private final Map<String, Object> parameters = new HashMap<>();

        private void add(@Nullable Object value, String condition, String parameter) {
            if (value != null) {
                conditions.append(" AND ").append(condition);
                parameters.put(parameter, value);
            }
        }

        String conditions() {
            return conditions.toString();
        }

        Map<String, Object> parameters() {
            return parameters;
        }
    }
}
