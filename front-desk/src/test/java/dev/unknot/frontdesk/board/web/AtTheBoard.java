package dev.unknot.frontdesk.board.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.therapist.WorkdayView;
import dev.unknot.common.time.TimeRange;
import dev.unknot.frontdesk.DeskBrowser;
import dev.unknot.frontdesk.FakeClinic;
import dev.unknot.frontdesk.FrontDeskTest;
import dev.unknot.frontdesk.Kreuzberg;
import dev.unknot.frontdesk.Staff;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Olga in a browser, on the board of a day on which Anna comes to Mira at ten. */
@FrontDeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtTheBoard {

    static final FakeClinic CLINIC = new FakeClinic();
    static final String CLIENTS = "/api/v1/clients";
    static final ClientView ANNA = new ClientView(Kreuzberg.ANNA, 1, "Anna Arnold", null, "+493012345", "de");

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    final DeskBrowser browser = DeskBrowser.shared();
    final AppointmentId visit = Kreuzberg.anId();
    Page page;
    Instant start = Instant.EPOCH;
    String board = "";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        CLINIC.putInto(settings);
    }

    @BeforeEach
    final void theDay() {
        CLINIC.reset();
        start = Kreuzberg.tomorrow(CLINIC, clock);
        board = "/board?location=" + Kreuzberg.ID + "&date="
                + start.atZone(Kreuzberg.ZONE).toLocalDate();
        CLINIC.says(CLIENTS, "q", "ann", ItemList.all(List.of(ANNA)));
        CLINIC.says(CLIENTS, "id", Kreuzberg.ANNA.toString(), ItemList.all(List.of(ANNA)));
        CLINIC.says(CLIENTS + "/" + Kreuzberg.ANNA, ANNA);
        CLINIC.says("/api/v1/unreached-clients", ItemList.all(List.of()));
        AppointmentView booked = Kreuzberg.visit(visit, 4, AppointmentStatus.BOOKED, start);
        CLINIC.says("/api/v1/appointments", ItemList.all(List.of(booked)));
        CLINIC.says("/api/v1/appointments/" + visit, booked);
        CLINIC.says("/api/v1/appointments/" + visit + "/history", ItemList.all(List.of()));
        page = opens();
    }

    @AfterEach
    final void leave() {
        closes();
    }

    /** A browser of its own for each test, unless it is one that a test can leave to the next. */
    Page opens() {
        return browser.signedIn(port, Staff.OLGA);
    }

    void closes() {
        page.context().close();
    }

    /** Anna's visit is one of two: Jonas treats {@code other} at the same time. */
    void comesWith(ClientView other) {
        CLINIC.says(
                "/api/v1/locations/" + Kreuzberg.ID + "/workday",
                ItemList.all(Stream.of(Kreuzberg.JONAS, Kreuzberg.MIRA)
                        .map(each -> new WorkdayView(
                                each,
                                each.equals(Kreuzberg.MIRA) ? "Mira" : "Jonas",
                                List.of(new TimeRange(start.minusSeconds(7_200), start.plusSeconds(7_200))),
                                List.of()))
                        .toList()));
        AppointmentView both = Kreuzberg.of(
                Kreuzberg.visit(visit, 4, AppointmentStatus.BOOKED, start),
                new Participant(Kreuzberg.ANNA, Kreuzberg.MIRA),
                new Participant(other.id(), Kreuzberg.JONAS));
        CLINIC.says("/api/v1/appointments", ItemList.all(List.of(both)));
        CLINIC.says("/api/v1/appointments/" + visit, both);
        CLINIC.says(CLIENTS, "id", Kreuzberg.ANNA.toString(), ItemList.all(List.of(ANNA, other)));
        CLINIC.says(CLIENTS + "/" + other.id(), other);
    }

    /** Begins a booking at the last free time. */
    Locator booking() {
        page.locator("#day .free").last().click();
        Locator dialog = page.locator("#dialog");
        assertThat(dialog).isVisible();
        return dialog;
    }

    static Locator find(Locator dialog) {
        return dialog.getByLabel("Find");
    }

    /** Anna, found. */
    static Locator hit(Locator dialog) {
        return dialog.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile("Anna Arnold")));
    }
}
