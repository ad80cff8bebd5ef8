package dev.unknot.frontdesk.signin;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.frontdesk.FakeClinic;
import dev.unknot.frontdesk.FrontDeskTest;
import dev.unknot.frontdesk.Staff;
import dev.unknot.frontdesk.Visitor;
import dev.unknot.platform.test.Answer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Made from the routes there are: one that somebody adds without a rule fails here. */
@FrontDeskTest
class RouteRulesTest {

    /** Beside what {@link RouteRules} leave open. */
    private static final Pattern OF_PROGRAMS = Pattern.compile("/error|/\\.well-known/.*");

    private static final Pattern INLINE = Pattern.compile("<script(?![^>]*\\ssrc=)|<style|\\sstyle=\"|\\son[a-z]+=\"");
    private static final FakeClinic CLINIC = new FakeClinic();

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private final Map<Staff, Visitor> visitors = new EnumMap<>(Staff.class);

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry settings) {
        CLINIC.putInto(settings);
    }

    @BeforeEach
    void allAreSignedIn() {
        CLINIC.reset();
        for (Staff staff : Staff.values()) {
            visitors.put(staff, Visitor.signedIn(port, staff));
        }
    }

    @Test
    void everyRouteHasARule() {
        assertThat(routes())
                .hasSizeGreaterThan(8)
                .allSatisfy(route -> assertThat(RouteRules.knows(route.method(), route.pattern()))
                        .as("a rule for " + route.rule() + " in RouteRules")
                        .isTrue());
    }

    @Test
    void eachRoleOpensWhatTheRulesSayAndNothingElse() {
        for (Route route : routes()) {
            for (Staff staff : Staff.values()) {
                boolean opens = RouteRules.opens(route.method(), route.pattern(), staff.role());
                if (opens && route.streams()) {
                    continue;
                }
                Answer answer = as(staff).request(route.method(), route.at(Staff.MITTE));
                String seen = staff + " " + route.rule() + " → " + answer.status();
                if (opens) {
                    assertThat(answer.text()).as(seen).doesNotContain("role-not-allowed", "location-not-yours");
                } else {
                    assertThat(answer.status()).as(seen).isEqualTo(403);
                    assertThat(answer.text()).as(seen).contains("role-not-allowed");
                }
            }
        }
    }

    @Test
    void nobodyGetsToALocationThatIsNotTheirs() {
        for (Route route : routes()) {
            for (Staff staff : Staff.values()) {
                if (staff.role() == Role.OWNER || !RouteRules.opens(route.method(), route.pattern(), staff.role())) {
                    continue;
                }
                Answer answer = as(staff).request(route.method(), route.at(Staff.ELSEWHERE));
                assertThat(answer.status()).as(staff + " " + route.rule()).isEqualTo(403);
                assertThat(answer.text()).contains("location-not-yours");
            }
        }
    }

    @Test
    void whoIsNotSignedInGetsNowhere() {
        for (Route route : routes()) {
            var stranger = new Visitor(port);
            var unused = stranger.get("/sign-in");
            Answer answer = stranger.request(route.method(), route.at(Staff.MITTE));
            assertThat(stranger.redirect(answer)).as(route.rule()).startsWith("/sign-in");
        }
    }

    @Test
    void everyPageIsSentWithItsGuards() {
        Stream<Answer> pages = routes().stream()
                .filter(route -> route.method().equals("GET") && !route.streams())
                .flatMap(route -> visitors.entrySet().stream()
                        .filter(visitor -> RouteRules.opens(
                                "GET", route.pattern(), visitor.getKey().role()))
                        .map(visitor -> visitor.getValue().get(route.at(Staff.MITTE))));
        var stranger = new Visitor(port);
        Stream<Answer> others = Stream.of(
                stranger.get("/sign-in"),
                as(Staff.DARIO).get("/nowhere"),
                as(Staff.DARIO).get("/accounts"),
                as(Staff.DARIO).postAsIs("/sign-out", Map.of()));
        assertThat(Stream.concat(pages, others)
                        .filter(page ->
                                String.valueOf(page.header("Content-Type")).contains("html")))
                .hasSizeGreaterThan(10)
                .allSatisfy(page -> {
                    assertThat(page.header("Content-Security-Policy")).isEqualTo(PageSecurity.POLICY);
                    assertThat(page.header("Strict-Transport-Security")).contains("max-age=31536000");
                    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
                    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
                    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
                    assertThat(page.header("Cache-Control")).contains("no-store");
                    assertThat(INLINE.matcher(page.text()).find())
                            .as(page.text())
                            .isFalse();
                });
    }

    @Test
    void whatIsTheSameForEveryoneIsKeptByTheBrowserUntilItChanges() {
        var links = Pattern.compile("(?:href|src)=\"(/(?:css|js|webjars)/[^\"]+)\"")
                .matcher(new Visitor(port).get("/sign-in").text());
        assertThat(links.results().map(link -> link.group(1)))
                .hasSizeGreaterThan(8)
                .allSatisfy(address -> {
                    Answer answer = new Visitor(port).get(address);
                    assertThat(answer.status()).as(address).isEqualTo(200);
                    assertThat(answer.header("Cache-Control"))
                            .as(address)
                            .isEqualTo("max-age=31536000, public, immutable");
                });
    }

    private Visitor as(Staff staff) {
        return requireNonNull(visitors.get(staff));
    }

    private List<Route> routes() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("dev.unknot.frontdesk."))
                .map(Map.Entry::getKey)
                .filter(mapping -> !mapping.getPatternValues().stream()
                        .allMatch(pattern -> RouteRules.isOpen(pattern)
                                || OF_PROGRAMS.matcher(pattern).matches()))
                .flatMap(RouteRulesTest::routes)
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo mapping) {
        boolean streams =
                mapping.getProducesCondition().getProducibleMediaTypes().contains(MediaType.TEXT_EVENT_STREAM);
        List<RequestMethod> methods = List.copyOf(mapping.getMethodsCondition().getMethods());
        assertThat(methods).as("the methods of " + mapping).isNotEmpty();
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> methods.stream().map(method -> new Route(method.name(), pattern, streams)));
    }

    private record Route(String method, String pattern, boolean streams) {

        String rule() {
            return method + " " + pattern;
        }

        String at(String location) {
            return pattern.replace("{step}", "check-in").replaceAll("\\{\\w+}", Staff.TARA_ID) + "?location="
                    + location;
        }
    }
}
