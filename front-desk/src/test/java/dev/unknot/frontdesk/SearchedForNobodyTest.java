package dev.unknot.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.frontdesk.signin.RouteRules;
import dev.unknot.platform.test.Answer;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Each page and part of one that lists or searches says in words that there is nothing; a new one is named here. */
@FrontDeskTest
class SearchedForNobodyTest {

    private static final FakeClinic CLINIC = new FakeClinic();

    /** Those that show one thing, a form, or a list that always has somebody on it. */
    private static final Set<String> NO_LISTS = Set.of(
            "/",
            "/sign-in",
            "/password",
            "/account",
            "/account/second-step",
            "/account/second-step/code",
            "/account/second-step/end",
            "/sign-in/code",
            "/live",
            "/accounts",
            "/accounts/{id}",
            "/appointments/{id}",
            "/clients/contact",
            "/appointments/{id}/record",
            "/appointments/{id}/change",
            "/worklist/{id}/change",
            "/appointments/{id}/cancellation",
            "/appointments/{id}/amendment",
            "/appointments/{id}/knock-on",
            "/board/slot",
            "/board/blocks/{id}",
            "/board/blocks/{id}/change",
            "/board/places.css",
            "/replies/waiting",
            "/worklist/waiting");

    private static final String ONE = "01900000-0000-7000-8000-0000000000a1";
    private static final String DAY = "location=" + Kreuzberg.ID + "&date=2030-05-06";

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    /** What is asked for by whom, and the sentence of the answer. */
    enum Listed {
        CLIENTS("/clients", "?q=zzz", Staff.OLGA, "Nobody found"),
        BOARD("/board", "?" + DAY, Staff.OLGA, "Nobody is employed at this location yet."),
        BOARDS_DAY("/board/day", "?" + DAY, Staff.OLGA, "Nobody is employed at this location yet."),
        DAY_SHEET("/board/sheet", "?" + DAY, Staff.OLGA, "Nobody works and nobody comes on this day."),
        WORK_LIST("/worklist", "", Staff.OLGA, "Every visit is covered."),
        ALTERNATIVES("/worklist/{id}/alternatives", "", Staff.OLGA, "It is covered again."),
        MESSAGES("/messages", "", Staff.OLGA, "No messages like that."),
        MESSAGES_IN_A_STATE("/messages", "?state=FAILED", Staff.OLGA, "No messages like that."),
        WAITING_REPLIES("/replies", "", Staff.OLGA, "Nobody waits for an answer."),
        ALL_REPLIES("/replies", "?open=false", Staff.OLGA, "No replies yet."),
        PROGRAMS("/programs", "", Staff.OLGA, "No program has been let in."),
        DIARY("/diary", "", Staff.TARA, "No visits on this day."),
        DIARY_SHEET("/diary/sheet", "?date=2030-05-06", Staff.TARA, "No visits.");

        private final String route;
        private final String query;
        private final Staff staff;
        private final String sentence;

        Listed(String route, String query, Staff staff, String sentence) {
            this.route = route;
            this.query = query;
            this.staff = staff;
            this.sentence = sentence;
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        CLINIC.putInto(settings);
    }

    @BeforeEach
    void nobodyAnywhere() {
        CLINIC.reset();
        var tomorrow = Kreuzberg.tomorrow(CLINIC, clock);
        CLINIC.says("/api/v1/locations/" + Kreuzberg.ID + "/workday", ItemList.all(List.of()));
        CLINIC.says("/api/v1/slots", ItemList.all(List.of()));
        CLINIC.says("/api/v1/therapists/" + Staff.TARA_ID, Kreuzberg.therapist(TherapistId.of(Staff.TARA_ID), "Tara"));
        CLINIC.says(
                "/api/v1/appointments/" + ONE,
                Kreuzberg.visit(AppointmentId.of(ONE), 1, AppointmentStatus.BOOKED, tomorrow));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSaidInWords(Listed listed) {
        String path = listed.route.replace("{id}", ONE) + listed.query;
        Visitor visitor = Visitor.signedIn(port, listed.staff);

        Answer page = visitor.get(path);
        Answer part = visitor.asScript().get(path);

        assertThat(List.of(page.status(), part.status())).as(path).containsOnly(200);
        assertThat(page.text()).contains(listed.sentence);
        assertThat(part.text()).contains(listed.sentence);
    }

    @Test
    void eachPageIsNamedHere() {
        Set<String> pages = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("dev.unknot.frontdesk"))
                .filter(entry ->
                        entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .filter(route ->
                        !RouteRules.isOfLinks(route) && !route.startsWith("/oauth2") && !route.startsWith("/."))
                .collect(Collectors.toCollection(TreeSet::new));
        for (Listed listed : Listed.values()) {
            pages.remove(listed.route);
        }
        pages.removeAll(NO_LISTS);

        assertThat(pages).isEmpty();
    }
}
