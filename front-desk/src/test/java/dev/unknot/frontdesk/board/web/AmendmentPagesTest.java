package dev.unknot.frontdesk.board.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.location.RoomView;
import dev.unknot.common.money.Money;
import dev.unknot.common.terms.MenuAddOn;
import dev.unknot.common.terms.MenuEntry;
import dev.unknot.common.terms.MenuView;
import dev.unknot.common.treatment.Approach;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentView;
import dev.unknot.frontdesk.FakeClinic;
import dev.unknot.frontdesk.FrontDeskTest;
import dev.unknot.frontdesk.Kreuzberg;
import dev.unknot.frontdesk.Staff;
import dev.unknot.frontdesk.Visitor;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An hour of Swedish massage at a location that sells more than that. */
@FrontDeskTest
class AmendmentPagesTest {

    private static final FakeClinic CLINIC = new FakeClinic();
    private static @Nullable Visitor dario;

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    private final AppointmentId id = Kreuzberg.anId();
    private final String visit = "/api/v1/appointments/" + id;
    private Instant start = Instant.EPOCH;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        CLINIC.putInto(settings);
    }

    @BeforeEach
    void aVisitStands() {
        start = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(34));
        CLINIC.reset();
        CLINIC.says("/api/v1/locations/" + Kreuzberg.ID, Kreuzberg.clinic());
        CLINIC.says("/api/v1/locations/" + Kreuzberg.ID + "/workday", ItemList.all(List.of()));
        CLINIC.says("/api/v1/therapists/" + Kreuzberg.MIRA, Kreuzberg.therapist(Kreuzberg.MIRA, "Mira"));
        CLINIC.says("/api/v1/treatments", ItemList.all(List.of(Kreuzberg.swedish())));
        CLINIC.says(
                "/api/v1/locations/" + Kreuzberg.ID + "/menu",
                new MenuView(
                        Kreuzberg.ID,
                        3,
                        List.of(new MenuEntry(Kreuzberg.SWEDISH, 90, new Money(9_800, "EUR"), null)),
                        List.of(new MenuAddOn("hot-stones", "Hot <stones>", 15, new Money(1_200, "EUR"), null))));
        CLINIC.says(
                "/api/v1/clients",
                ItemList.all(List.of(new ClientView(Kreuzberg.ANNA, 1, "Anna", null, "+493012345", "de"))));
        CLINIC.says("/api/v1/messages", ItemList.all(List.of()));
        CLINIC.says(visit + "/history", ItemList.all(List.of()));
        stands(AppointmentStatus.BOOKED);
    }

    @Test
    void whatAVisitConsistsOfIsChangedUntilItsSession() {
        assertThat(dialog().text()).contains("Change treatment, room or add-ons", "/amendment");
        stands(AppointmentStatus.CHECKED_IN);
        assertThat(dialog().text()).contains("Change treatment");
        stands(AppointmentStatus.IN_SESSION);
        assertThat(dialog().text()).doesNotContain("Change treatment");
    }

    @Test
    void theChoicesAreTheLocationsOwn() {
        assertThat(desk().get("/appointments/" + id + "/amendment").text())
                .contains("As it is: Swedish massage, 60 min", "Swedish massage, 90 min · €98.00")
                .contains("Hot &lt;stones&gt;, 15 min · €12.00", "Room 1 if it will do, else another")
                .doesNotContain("checked=", "selected=");
    }

    @Test
    void whatHasGoneForGoodByThenIsNotOffered() {
        LocalDate dayBefore = LocalDate.ofInstant(start, Kreuzberg.ZONE).minusDays(1);
        TreatmentId shiatsu = new TreatmentId(Ids.next());
        LocationView place = Kreuzberg.clinic();
        CLINIC.says(
                "/api/v1/locations/" + Kreuzberg.ID,
                new LocationView(
                        place.id(),
                        place.version(),
                        place.name(),
                        place.zone(),
                        place.address(),
                        place.phone(),
                        place.openingHours(),
                        List.of(
                                place.rooms().getFirst(),
                                new RoomView(new RoomId(Ids.next()), "Attic", Set.of("table"), 1, 10, dayBefore))));
        CLINIC.says(
                "/api/v1/treatments",
                ItemList.all(List.of(
                        Kreuzberg.swedish(),
                        new TreatmentView(
                                shiatsu,
                                2,
                                Approach.SHIATSU,
                                "Shiatsu",
                                List.of(),
                                0,
                                0,
                                null,
                                null,
                                15,
                                0,
                                dayBefore,
                                Map.of()))));
        CLINIC.says(
                "/api/v1/locations/" + Kreuzberg.ID + "/menu",
                new MenuView(
                        Kreuzberg.ID,
                        4,
                        List.of(
                                new MenuEntry(Kreuzberg.SWEDISH, 90, new Money(9_800, "EUR"), null),
                                new MenuEntry(shiatsu, 60, new Money(8_800, "EUR"), null)),
                        List.of()));

        assertThat(desk().get("/appointments/" + id + "/amendment").text())
                .contains("Swedish massage, 90 min")
                .doesNotContain("Attic", "Shiatsu");
    }

    @Test
    void onlyWhatChangesIsAskedForAndThePriceThatStandsThenIsShown() {
        CLINIC.takes(visit + "/amendment", Kreuzberg.visit(id, 5, AppointmentStatus.BOOKED, start));

        Answer changed = amend(Map.of("offer", Kreuzberg.SWEDISH + ":90"));

        assertThat(changed.header("HX-Trigger")).isEqualTo("board-changed");
        assertThat(changed.text()).contains("Changed to Swedish massage, 60 min · €72.00.");
        var asked = CLINIC.asked("POST", "/amendment").getFirst();
        assertThat(asked.getHeader("If-Match")).isEqualTo("\"4\"");
        assertThat(asked.getBodyAsString())
                .contains("\"treatmentId\":null", "\"minutes\":90", "\"roomId\":null", "\"addOns\":null");
    }

    @Test
    void addOnsAndTheRoomAreNamed() {
        CLINIC.takes(visit + "/amendment", Kreuzberg.visit(id, 5, AppointmentStatus.BOOKED, start));

        var unused = amend(Map.of("addOns", "hot-stones", "room", Kreuzberg.ROOM.toString()));

        assertThat(CLINIC.asked("POST", "/amendment").getFirst().getBodyAsString())
                .contains("\"addOns\":[\"hot-stones\"]", "\"roomId\":\"" + Kreuzberg.ROOM, "\"minutes\":null");
    }

    @Test
    void aRefusalKeepsWhatWasChosen() {
        CLINIC.refuses(visit + "/amendment", 409, "room-taken");

        assertThat(amend(Map.of("offer", Kreuzberg.SWEDISH + ":90", "addOns", "hot-stones"))
                        .text())
                .contains("A sentence about room-taken.", "checked=\"checked\"")
                .containsPattern("value=\"" + Kreuzberg.SWEDISH + ":90\"\\s+selected=\"selected\"")
                .doesNotContain("anyway");
    }

    @Test
    void aRefusalSaysWhenTheVisitWouldWorkAsItWasToBe() {
        CLINIC.refuses(visit + "/amendment", 409, "slot-taken");
        CLINIC.says(
                "/api/v1/slots",
                "moving",
                id.toString(),
                Kreuzberg.slots(Kreuzberg.MIRA, start.plusSeconds(5_400), start.plusSeconds(7_200)));

        String refused = amend(Map.of("offer", Kreuzberg.SWEDISH + ":90", "addOns", "hot-stones"))
                .text();

        assertThat(refused)
                .contains("A sentence about slot-taken.", "Nearest that works:")
                .contains("data-start=\"" + start.plusSeconds(5_400) + "\"");
        assertThat(CLINIC.asked("GET", "/slots").getFirst().getUrl())
                .contains("minutes=90", "addOn=hot-stones", "therapist=" + Kreuzberg.MIRA);

        stands(AppointmentStatus.CHECKED_IN);
        assertThat(amend(Map.of("offer", Kreuzberg.SWEDISH + ":90")).text())
                .as("who is there already is not sent away")
                .contains("A sentence about slot-taken.")
                .doesNotContain("Nearest that works:");
    }

    @Test
    void whatSomebodyElseChangedIsShownAsItStands() {
        CLINIC.refuses(visit + "/amendment", 412, "version-mismatch");

        assertThat(amend(Map.of("version", "3")).text())
                .contains("Somebody changed this visit", "name=\"version\" value=\"4\"");
    }

    @Test
    void anAddOnThatSomebodyElseTookAwayIsNotBroughtBackByWhoChangedTheRoom() {
        CLINIC.refuses(visit + "/amendment", 412, "version-mismatch");

        String overtaken = amend(Map.of(
                        "version", "3", "had", "hot-stones", "addOns", "hot-stones", "room", Kreuzberg.ROOM.toString()))
                .text();

        assertThat(overtaken)
                .containsPattern("<option value=\"" + Kreuzberg.ROOM + "\" selected")
                .contains("value=\"hot-stones\"")
                .doesNotContain("checked=\"checked\"", "name=\"had\"");
    }

    @Test
    void anOfferOfNothingIsABadRequest() {
        assertThat(amend(Map.of("offer", "something")).status()).isEqualTo(400);
    }

    private void stands(AppointmentStatus status) {
        CLINIC.says(visit, Kreuzberg.visit(id, 4, status, start));
    }

    private Answer dialog() {
        return desk().get("/appointments/" + id);
    }

    private Answer amend(Map<String, String> chosen) {
        var form = new HashMap<>(Map.of("version", "4", "offer", "", "room", ""));
        form.putAll(chosen);
        return desk().post("/appointments/" + id + "/amendment", form);
    }

    /** Signed in once: the hash of a password takes its time. */
    private Visitor desk() {
        Visitor known = dario;
        dario = known == null ? Visitor.signedIn(port, Staff.DARIO).asScript() : known;
        return dario;
    }
}
