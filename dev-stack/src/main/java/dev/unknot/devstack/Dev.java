package dev.unknot.devstack;

import dev.unknot.common.access.Role;
import dev.unknot.common.location.LocationId;
import dev.unknot.devstack.PortPlan.Listener;
import dev.unknot.devstack.demo.Locations;
import dev.unknot.devstack.demo.MainJob;
import dev.unknot.devstack.demo.Narrator;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What {@code bin/dev} asks of a running system: {@code HOME clock [CHANGE]}, {@code HOME token ROLE
 * [LOCATION…]}, {@code HOME replay GROUP} and {@code HOME demo}. */
final class Dev {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm zzz", Locale.UK);

    private static final String AND_NOW = "; bin/dev status says what runs, bin/dev logs why";

    private final Path home;
    private final PortPlan ports = PortPlan.of(System.getenv());

    private Dev(Path home) {
        this.home = home;
    }

    public static void main(String[] args) {
        try {
            System.out.println(new Dev(Path.of(args[0])).answer(List.of(args).subList(1, args.length)));
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException | AssertionError refused) {
            System.err.println("bin/dev: " + sentence(refused));
            System.exit(1);
        }
    }

    /** Whoever is out of reach is named, since a system that is ready may have lost one of its parts since. */
    private static String sentence(Throwable refused) {
        Throwable cause = refused.getCause();
        if (cause instanceof ConnectException || cause instanceof HttpTimeoutException) {
            return "no answer to " + refused.getMessage() + AND_NOW;
        }
        if (cause instanceof SQLException sql && isOfConnections(sql)) {
            return "PostgreSQL does not answer" + AND_NOW;
        }
        return String.valueOf(refused.getMessage());
    }

    private static boolean isOfConnections(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith("08");
    }

    private String answer(List<String> words) {
        return switch (words.getFirst()) {
            case "clock" -> clock(words.subList(1, words.size()));
            case "token" -> token(words.subList(1, words.size()));
            case "demo" -> demo();
            case "replay" -> replay(words.subList(1, words.size()));
            default -> throw new IllegalArgumentException("there is no command '" + words.getFirst() + "'");
        };
    }

    private String clock(List<String> words) {
        DevClock clock = new DevClock(home);
        if (!words.isEmpty()) {
            Duration offset = ClockChange.apply(words.getFirst(), clock.offset());
            clock.moveTo(offset);
            for (Service service : Service.values()) {
                ClockCall.move(service.module(), ports.of(service), offset);
            }
        }
        String now = MOMENT.format(clock.instant().atZone(ZoneId.systemDefault()));
        return clock.offset().isZero() ? now + " (the real time)" : now + " (moved by " + clock.offset() + ")";
    }

    private String demo() {
        String owner = token(Role.OWNER);
        new MainJob(
                        new Narrator(base(ports.of(Service.THERAPIST)), owner, System.out),
                        new Narrator(base(ports.of(Service.BOOKING)), owner, System.out),
                        new Narrator(base(ports.of(Listener.PHONE)), "", System.out),
                        new DevClock(home))
                .play();
        return "All of it can be seen again at " + base(ports.of(Listener.PHONE));
    }

    private String replay(List<String> words) {
        String group = words.isEmpty() ? "" : words.getFirst();
        Service owner = Arrays.stream(Service.values())
                .filter(service -> group.startsWith(service.module() + "."))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "replay needs a consumer group, such as booking-service.supply, and not '" + group + "'"));
        Answer answer =
                Http.at(ports.of(owner)).as(token(Role.OWNER)).post("/api/v1/dead-letters/" + group + "/replay", "");
        if (answer.status() != 200) {
            throw new IllegalStateException("nothing was replayed: " + answer);
        }
        return answer.body().path("replayed").asInt() + " replayed, "
                + answer.body().path("failedAgain").asInt() + " failed again";
    }

    private String token(List<String> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("token needs a role: one of "
                    + List.of(Role.values()).stream().map(Role::code).toList());
        }
        List<String> names = words.subList(1, words.size());
        Http locations = Http.at(ports.of(Service.THERAPIST)).as(token(Role.OWNER));
        LocationId[] ids = names.isEmpty() ? new LocationId[0] : Locations.named(locations, names);
        return token(Role.ofCode(words.getFirst()), ids);
    }

    private String token(Role role, LocationId... locations) {
        TokenDesk desk = new TokenDesk(
                base(ports.of(Service.FRONT_DESK)),
                Databases.at(Databases.jdbcUrl(ports.of(Listener.POSTGRES), Service.FRONT_DESK.database())),
                Secrets.in(home));
        return desk.token(role, "dev-" + role.code(), locations);
    }

    private static URI base(int port) {
        return URI.create("http://localhost:" + port);
    }
}
