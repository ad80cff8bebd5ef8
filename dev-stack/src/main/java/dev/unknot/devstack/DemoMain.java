package dev.unknot.devstack;

import dev.unknot.devstack.demo.DemoChain;
import dev.unknot.platform.test.Http;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Fills an empty system with the demo chain and ends, for {@code docker compose}. */
final class DemoMain {

    private DemoMain() {}

    public static void main(String[] args) {
        Map<String, String> variables = System.getenv();
        Path directory = Path.of(required(variables, "UNKNOT_DEMO_DIRECTORY"));
        String owner = TokenDesk.request(
                URI.create(required(variables, "UNKNOT_FRONT_DESK")),
                required(variables, "UNKNOT_DEMO_CLIENT"),
                required(variables, "UNKNOT_DEMO_SECRET"));
        DemoChain.load(
                Http.at(URI.create(required(variables, "UNKNOT_THERAPIST_SERVICE")))
                        .as(owner),
                Http.at(URI.create(required(variables, "UNKNOT_BOOKING_SERVICE")))
                        .as(owner),
                directory.resolve("demo-chain"),
                new DevClock(directory),
                System.out::println);
    }

    private static String required(Map<String, String> variables, String name) {
        return Objects.requireNonNull(variables.get(name), () -> name + " is not set");
    }
}
