package dev.unknot.devstack.endtoend;

import dev.unknot.common.access.Role;
import dev.unknot.devstack.Service;
import dev.unknot.devstack.Stack;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The demo chain on the shared stack, on a Tuesday at twenty past eleven, with a therapist ill and a client's question. */
final class DemoTuesday {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalTime MOMENT = LocalTime.of(11, 20);

    private DemoTuesday() {}

    static Stack begin() {
        Stack stack = SharedStack.get();
        LocalDate tuesday = LocalDate.now(BERLIN).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        stack.clock(Duration.between(Instant.now(), tuesday.atTime(MOMENT).atZone(BERLIN)));
        try {
            // Beside what other tests have made: otherwise it only fills an empty system.
            Files.writeString(stack.home().resolve("demo-chain"), "begun");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stack.loadDemo(System.out::println);
        someoneFallsIll(tuesday.plusDays(1));
        stack.phone().answer("+493023125100", "Can I bring my dog along?");
        return stack;
    }

    static void end() {
        SharedStack.get().clock(Duration.ZERO);
    }

    static String location(String name) {
        return named("/api/v1/locations", name).path("id").asString();
    }

    private static void someoneFallsIll(LocalDate date) {
        String mira = named("/api/v1/therapists", "Mira Albrecht").path("id").asString();
        supply().post(
                        "/api/v1/therapists/" + mira + "/time-off",
                        Map.of(
                                "start", date.atStartOfDay(BERLIN).toInstant().toString(),
                                "end",
                                        date.plusDays(2)
                                                .atStartOfDay(BERLIN)
                                                .toInstant()
                                                .toString(),
                                "cause", "sick"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        Http booking = Http.at(SharedStack.get().port(Service.BOOKING))
                .as(SharedStack.get().token(Role.OWNER));
        Probe.waitUntil(
                "her visits are displaced",
                () -> !booking.get("/api/v1/appointments?displaced=true")
                        .body()
                        .path("items")
                        .isEmpty());
    }

    private static JsonNode named(String path, String name) {
        return supply().get(path + "?limit=100")
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Http supply() {
        return Http.at(SharedStack.get().port(Service.THERAPIST))
                .as(SharedStack.get().token(Role.OWNER));
    }
}
