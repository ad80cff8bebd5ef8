package dev.unknot.frontdesk.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.terms.MenuView;
import dev.unknot.common.therapist.WorkdayView;
import dev.unknot.common.time.TimeRange;
import dev.unknot.frontdesk.FakeClinic;
import dev.unknot.frontdesk.FrontDeskTest;
import dev.unknot.frontdesk.Kreuzberg;
import dev.unknot.frontdesk.Staff;
import dev.unknot.frontdesk.Visitor;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.platform.link.SignedLinks;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Wire;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Made from the routes there are: whatever a page takes is given to it in a wrong form, and is refused in words. */
@FrontDeskTest
@ExtendWith(OutputCaptureExtension.class)
class WrongInputTest {

    /** In everything that is typed here; no log has it. */
    private static final String TYPED = "qwertz";

    private static final FakeClinic CLINIC = new FakeClinic();

    private static final List<String> FAR = List.of("+999999999-12-31", "-999999999-01-01", "0000-01-01");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    SignedLinks links;

    @Autowired
    Clock clock;

    private final AppointmentId id = Kreuzberg.anId();
    private Instant start = Instant.EPOCH;
    private String link = "";

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry settings) {
        CLINIC.putInto(settings);
        settings.add("unknot.links.keys", () -> "1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    }

    @BeforeEach
    void aVisitTomorrow() {
        start = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(34));
        link = links.sign(id.value(), start.plus(Duration.ofDays(30)));
        var visit = Kreuzberg.visit(id, 4, AppointmentStatus.BOOKED, start);
        CLINIC.reset();
        CLINIC.says("/api/v1/locations", ItemList.all(List.of(Kreuzberg.clinic())));
        CLINIC.says("/api/v1/locations/" + Kreuzberg.ID, Kreuzberg.clinic());
        CLINIC.says(
                "/api/v1/locations/" + Kreuzberg.ID + "/workday",
                ItemList.all(List.of(new WorkdayView(
                        Kreuzberg.MIRA,
                        "Mira",
                        List.of(new TimeRange(start.minusSeconds(7_200), start.plusSeconds(7_200))),
                        List.of()))));
        CLINIC.says("/api/v1/locations/" + Kreuzberg.ID + "/menu", new MenuView(Kreuzberg.ID, 0, List.of(), List.of()));
        CLINIC.says("/api/v1/therapists", ItemList.all(List.of(Kreuzberg.therapist(Kreuzberg.MIRA, "Mira"))));
        CLINIC.says("/api/v1/therapists/" + Kreuzberg.MIRA, Kreuzberg.therapist(Kreuzberg.MIRA, "Mira"));
        CLINIC.says("/api/v1/therapists/" + Staff.TARA_ID, Kreuzberg.therapist(Kreuzberg.MIRA, "Tara"));
        CLINIC.says("/api/v1/treatments", ItemList.all(List.of(Kreuzberg.swedish())));
        CLINIC.says("/api/v1/treatments/" + Kreuzberg.SWEDISH, Kreuzberg.swedish());
        CLINIC.says(
                "/api/v1/clients",
                ItemList.all(List.of(new ClientView(Kreuzberg.ANNA, 1, "Anna", null, "+493012345", "de"))));
        for (String empty : List.of("blocks", "messages", "replies", "slots", "appointments/" + id + "/history")) {
            CLINIC.says("/api/v1/" + empty, ItemList.all(List.of()));
        }
        CLINIC.says("/api/v1/appointments", ItemList.all(List.of(visit)));
        CLINIC.says("/api/v1/appointments/" + id, visit);
    }

    @Test
    void whatHasAWrongFormIsRefusedInWordsOnEveryRouteAndIsInNoLog(CapturedOutput log) {
        List<String> faults = new ArrayList<>();
        int asked = 0;
        Visitor olga = Visitor.signedIn(port, Staff.OLGA);
        Visitor tara = Visitor.signedIn(port, Staff.TARA);
        for (boolean part : new boolean[] {false, true}) {
            if (part) {
                olga.asScript();
                tara.asScript();
            }
            for (Route route : routes()) {
                Visitor as = route.pattern().startsWith("/diary") ? tara : olga;
                for (Attempt attempt : attempts(route)) {
                    // A part differs from a page in how a refusal looks.
                    if (part && !attempt.malformed()) {
                        continue;
                    }
                    Answer answer = as.request(route.method(), attempt.address());
                    asked++;
                    fault(attempt, answer)
                            .ifPresent(fault -> faults.add(attempt.what() + (part ? " as a part" : "") + " → "
                                    + answer.status() + ", " + fault));
                }
            }
        }
        assertThat(asked).isGreaterThan(1_000);
        assertThat(faults).isEmpty();
        assertThat(log.getAll()).doesNotContain(TYPED, "2026-02-30", "999999999", "25:61");
    }

    @Test
    void aFormOfSigningInMayHoldAnything(CapturedOutput log) {
        for (String email : List.of("\0" + TYPED, TYPED.repeat(5_000), "🦆" + TYPED)) {
            var visitor = new Visitor(port);
            assertThat(visitor.signIn(email, TYPED + "\0").status()).isLessThan(500);
        }
        assertThat(log.getAll()).doesNotContain(TYPED);
    }

    @Test
    void anAddressThatIsNoAddressIsNotOurFault() {
        for (String line : List.of(
                "GET /sign-in?refused=%zz",
                "GET /board?date=%zz",
                "GET /visit/" + link + "?done=%zz",
                "GET /visit/" + link + "/move?from=%ff%fe",
                "GET /visit/%00",
                "GET /messages?state=%")) {
            assertThat(Wire.to(port).says(line, "Accept: text/html").status())
                    .as(line)
                    .isBetween(200, 499);
        }
    }

    @Test
    void anAddressThatLeadsNowhereIsRefusedWithOurOwnPageAndToAProgramWithAProblem(CapturedOutput log) {
        for (String target : List.of("/" + TYPED + "%zz", "/visit/" + TYPED + "%FF", "/%2F" + TYPED)) {
            Answer page = Wire.to(port).says("GET " + target, "Accept: text/html");
            Answer problem = Wire.to(port).says("GET " + target, "Accept: application/json");

            assertThat(page.status()).as(target).isEqualTo(400);
            assertThat(page.text())
                    .as(target)
                    .contains("· Unknot</title>", "The request cannot be understood.")
                    .doesNotContain("Tomcat", TYPED);
            assertThat(page.header("Content-Security-Policy")).as(target).isEqualTo(ErrorView.POLICY);
            assertThat(problem.status()).as(target).isEqualTo(400);
            assertThat(problem.code()).as(target + problem).isEqualTo("invalid-request");
        }
        // Tomcat stops reading here, so nobody knows any more that a browser asks.
        Answer unread = Wire.to(port).says("GET /" + TYPED + "<b>", "Accept: text/html");
        assertThat(unread.status()).isEqualTo(400);
        assertThat(unread.code()).isEqualTo("invalid-request");
        Answer query = Wire.to(port).says("GET /sign-in?refused=" + TYPED + "%zz", "Accept: text/html");
        assertThat(query.status()).isEqualTo(400);
        assertThat(query.header("Content-Security-Policy")).isEqualTo(ErrorView.POLICY);
        assertThat(query.text()).contains("A parameter of the address, or a field of the form, cannot be read.");
        assertThat(log.getAll()).doesNotContain(TYPED);
    }

    @Test
    void aDateOutOfBoundsIsToldTheBoundsAndAFieldThatIsMissingIsCalledAsPeopleCallIt() {
        Visitor olga = Visitor.signedIn(port, Staff.OLGA);

        assertThat(olga.get("/board?location=" + Kreuzberg.ID + "&date=9999-12-01")
                        .text())
                .contains("The date must be a date of the years 1970 to 2199, such as 2026-03-02.")
                .doesNotContain("The field", "The parameter");

        CLINIC.refusesForm("/api/v1/clients", "name", "not-blank", "must not be blank");
        assertThat(olga.request(
                                "POST",
                                "/clients?location=" + Kreuzberg.ID + "&newName=&newPhone=%2B493012345&newKey="
                                        + UUID.randomUUID())
                        .text())
                .contains("Please give a name.")
                .doesNotContain("The field");
    }

    @Test
    void whatAServiceRefusesIsNotOurFaultWhateverIsAskedFor() throws Exception {
        CLINIC.refusesToSay("/api/v1/appointments/" + id, 404, "unknown-appointment");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/appointments/" + id))
                .header("Cookie", Visitor.signedIn(port, Staff.OLGA).cookies());

        try (HttpClient program = HttpClient.newHttpClient()) {
            assertThat(program.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private Optional<String> fault(Attempt attempt, Answer answer) {
        if (answer.status() >= 500) {
            return Optional.of("our fault");
        }
        if (attempt.malformed() && answer.status() != 400) {
            return Optional.of("expected 400");
        }
        boolean inWords = answer.text().contains(".</p>")
                || answer.text().contains(".</span>")
                || answer.text().contains("\"detail\"");
        return attempt.malformed() && !inWords ? Optional.of("no sentence: " + answer.text()) : Optional.empty();
    }

    private List<Attempt> attempts(Route route) {
        List<Attempt> attempts = new ArrayList<>();
        for (Input input : route.inputs()) {
            for (String wrong : input.wrong()) {
                if (!(input.inPath() && (wrong.isEmpty() || wrong.contains("/")))) {
                    attempts.add(new Attempt(
                            route.method() + " " + route.pattern() + " " + input.name() + "=" + shown(wrong),
                            address(route, input, List.of(wrong)),
                            input.typed()));
                }
            }
            if (!input.inPath()) {
                String right = input.right(this);
                attempts.add(new Attempt(
                        route.method() + " " + route.pattern() + " without " + input.name(),
                        address(route, input, List.of()),
                        false));
                attempts.add(new Attempt(
                        route.method() + " " + route.pattern() + " " + input.name() + " empty",
                        address(route, input, List.of("")),
                        false));
                if (!route.streams()) {
                    attempts.add(new Attempt(
                            route.method() + " " + route.pattern() + " twice " + input.name(),
                            address(route, input, List.of(right, TYPED)),
                            false));
                }
            }
        }
        return attempts;
    }

    /** All that the route takes as it should be, but for {@code other}, which has these values. */
    private String address(Route route, Input other, List<String> values) {
        String path = route.pattern();
        List<String> query = new ArrayList<>();
        for (Input input : route.inputs()) {
            List<String> given = input.equals(other) ? values : List.of(input.right(this));
            if (input.inPath()) {
                path = path.replace("{" + input.name() + "}", encoded(given.getFirst()));
            } else {
                given.forEach(value -> query.add(input.name() + "=" + encoded(value)));
            }
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private List<Route> routes() {
        List<Route> routes = mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("dev.unknot.frontdesk."))
                .filter(entry -> !entry.getKey().getPatternValues().contains("/error"))
                .flatMap(entry -> routes(entry.getKey(), entry.getValue().getMethod()))
                .toList();
        assertThat(routes).hasSizeGreaterThan(30);
        return routes;
    }

    private static Stream<Route> routes(RequestMappingInfo mapping, Method handler) {
        boolean streams =
                mapping.getProducesCondition().getProducibleMediaTypes().contains(MediaType.TEXT_EVENT_STREAM);
        List<Input> inputs = Arrays.stream(handler.getParameters())
                .flatMap(WrongInputTest::inputs)
                .toList();
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .map(method -> new Route(method, pattern, streams, inputs)));
    }

    private static Stream<Input> inputs(Parameter parameter) {
        Class<?> type = parameter.getType();
        if (parameter.isAnnotationPresent(PathVariable.class)) {
            return Stream.of(new Input(parameter.getName(), type, true));
        }
        if (parameter.isAnnotationPresent(RequestParam.class)) {
            return Stream.of(new Input(parameter.getName(), type, false));
        }
        if (type.isRecord() && type.getName().startsWith("dev.unknot.frontdesk") && type != StaffAccount.class) {
            return Arrays.stream(type.getRecordComponents()).map(WrongInputTest::input);
        }
        assertThat(type.isInterface() || type == StaffAccount.class || type == Locale.class || type == Model.class)
                .as("how a page comes by its " + type)
                .isTrue();
        return Stream.of();
    }

    private static Input input(RecordComponent field) {
        Class<?> type = field.getGenericType() instanceof ParameterizedType many
                        && Collection.class.isAssignableFrom(field.getType())
                ? (Class<?>) many.getActualTypeArguments()[0]
                : field.getType();
        return new Input(field.getName(), type, false);
    }

    private record Route(String method, String pattern, boolean streams, List<Input> inputs) {}

    private record Attempt(String what, String address, boolean malformed) {}

    private record Input(String name, Class<?> type, boolean inPath) {

        /** Whether a wrong form can be told from a right one. */
        boolean typed() {
            return type != String.class;
        }

        List<String> wrong() {
            List<String> wrong = new ArrayList<>();
            if (type == String.class) {
                wrong.addAll(List.of(
                        TYPED,
                        TYPED + "\0",
                        TYPED.repeat(800),
                        "🦆" + TYPED,
                        TYPED + ":60",
                        Kreuzberg.SWEDISH + ":" + TYPED,
                        Kreuzberg.SWEDISH + ":99999999999",
                        "-".repeat(36) + ":60",
                        "+1000000000-12-31T23:59:59.999999999Z_" + Kreuzberg.MIRA));
                wrong.addAll(FAR);
            } else {
                wrong.add(TYPED);
                if (!inPath) {
                    // The server takes no such path, before any of us sees it.
                    wrong.add(TYPED + "\0");
                }
            }
            if (type == LocalDate.class) {
                wrong.add("2026-02-30");
                wrong.addAll(FAR);
            } else if (type == Instant.class) {
                wrong.addAll(List.of(
                        "2026-02-30T09:00:00Z", "+1000000000-12-31T23:59:59.999999999Z", "0000-01-01T00:00:00Z"));
            } else if (type == LocalTime.class) {
                wrong.add("25:61");
            } else if (type == long.class || type == int.class) {
                wrong.add("999999999999999999999");
            } else if (type == UUID.class) {
                wrong.add("-".repeat(36));
            }
            return wrong;
        }

        String right(WrongInputTest test) {
            if (type == UUID.class) {
                return switch (name) {
                    case "location", "locations" -> Kreuzberg.ID.toString();
                    case "therapist" -> Kreuzberg.MIRA.toString();
                    case "client" -> Kreuzberg.ANNA.toString();
                    case "room" -> Kreuzberg.ROOM.toString();
                    case "id" -> test.id.toString();
                    default -> UUID.randomUUID().toString();
                };
            }
            if (type == LocalDate.class) {
                return test.start.atZone(Kreuzberg.ZONE).toLocalDate().toString();
            }
            if (type == Instant.class) {
                return test.start.toString();
            }
            if (type == LocalTime.class) {
                return "12:00";
            }
            if (type.isEnum()) {
                return type.getEnumConstants()[0].toString();
            }
            if (type == boolean.class || type == Boolean.class) {
                return "false";
            }
            if (type == String.class) {
                return switch (name) {
                    case "token" -> test.link;
                    case "step" -> "check-in";
                    case "offer" -> Kreuzberg.SWEDISH + ":60";
                    default -> "words";
                };
            }
            return "60";
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    private static String shown(String value) {
        return value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }
}
