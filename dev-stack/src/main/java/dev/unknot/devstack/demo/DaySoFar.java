package dev.unknot.devstack.demo;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.platform.test.Http;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What front desks have done with today's visits by now, so that a board shows a day under way. */
public final class DaySoFar {

    private static final Duration AROUND = Duration.ofHours(24);

    /** One visit in so many was not come to. */
    private static final int A_MISSED_ONE = 6;

    /** One visit ahead in so many is confirmed already. */
    private static final int A_CONFIRMED_ONE = 3;

    private final Http bookings;
    private final Instant now;

    private DaySoFar(Http bookings, Instant now) {
        this.bookings = bookings;
        this.now = now;
    }

    /** @param bookings booking-service, called by an owner */
    public static void live(Http bookings, Clock clock) {
        DaySoFar day = new DaySoFar(bookings, clock.instant());
        int number = 0;
        for (AppointmentView visit : day.visits()) {
            day.steps(visit, number++).forEach(step -> day.take(visit, step));
        }
    }

    private List<String> steps(AppointmentView visit, int number) {
        if (visit.start().isAfter(now)) {
            return number % A_CONFIRMED_ONE == 0 ? List.of("confirmation") : List.of();
        }
        LocalDate today = LocalDate.ofInstant(now, visit.zone());
        if (!visit.localStart().toLocalDate().equals(today)) {
            return List.of();
        }
        if (visit.end().isAfter(now)) {
            return List.of("check-in", "session");
        }
        return number % A_MISSED_ONE == A_MISSED_ONE - 1
                ? List.of("no-show")
                : List.of("check-in", "session", "completion");
    }

    private void take(AppointmentView visit, String step) {
        String path = "/api/v1/appointments/" + visit.id();
        String version = Desk.read(bookings, path).etag();
        Desk.expect(200, bookings.post(path + "/" + step, Map.of(), "If-Match", version));
    }

    private List<AppointmentView> visits() {
        List<AppointmentView> visits = new ArrayList<>();
        String query = "/api/v1/appointments?status=BOOKED&from=" + now.minus(AROUND) + "&to=" + now.plus(AROUND);
        String cursor = "";
        do {
            JsonNode page = Desk.read(bookings, query + cursor).body();
            page.path("items")
                    .forEach(item -> visits.add(
                            Objects.requireNonNull(JsonMapper.shared().treeToValue(item, AppointmentView.class))));
            cursor = "&cursor=" + page.path("nextCursor").asString("");
        } while (!cursor.equals("&cursor="));
        return visits;
    }
}
