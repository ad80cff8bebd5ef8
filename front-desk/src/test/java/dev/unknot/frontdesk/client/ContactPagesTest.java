package dev.unknot.frontdesk.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.OptOutView;
import dev.unknot.frontdesk.FakeClinic;
import dev.unknot.frontdesk.FrontDeskTest;
import dev.unknot.frontdesk.Kreuzberg;
import dev.unknot.frontdesk.Staff;
import dev.unknot.frontdesk.Visitor;
import dev.unknot.platform.test.Answer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.StringUtils;

/** A client's contact is shown where the desk has the client before it, and put right there. */
@FrontDeskTest
class ContactPagesTest {

    private static final FakeClinic CLINIC = new FakeClinic();
    private static final String ANNA = "/api/v1/clients/" + Kreuzberg.ANNA;
    private static final OptOutView NO_TEXTS_SINCE_STOP =
            new OptOutView(Channel.SMS, true, Instant.parse("2026-11-01T10:00:00Z"), "REPLY", null);
    private static final OptOutView NO_EMAILS_SINCE_A_CLICK =
            new OptOutView(Channel.EMAIL, true, Instant.parse("2026-11-01T10:00:00Z"), "LINK", null);
    private static final OptOutView TEXTS = new OptOutView(Channel.SMS, false, null, null, null);
    private static final OptOutView EMAILS = new OptOutView(Channel.EMAIL, false, null, null, null);

    private static final Map<String, String> SHOWN =
            Map.of("name", "Anna <Vogel>", "phone", "+493012345", "email", "anna@example.org", "language", "hr");

    @LocalServerPort
    int port;

    private Visitor desk;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        CLINIC.putInto(settings);
    }

    @BeforeEach
    void annaIsKnown() {
        CLINIC.reset();
        CLINIC.says(ANNA, new ClientView(Kreuzberg.ANNA, 3, "Anna <Vogel>", "anna@example.org", "+493012345", "hr"));
        CLINIC.says(ANNA + "/opt-outs", ItemList.all(List.of(TEXTS, EMAILS)));
        desk = Visitor.signedIn(port, Staff.DARIO).asScript();
    }

    @Test
    void theContactIsShownInALineAndInFields() {
        String shown = desk.get("/clients/contact?folded=true&client=" + Kreuzberg.ANNA)
                .text();

        assertThat(shown)
                .contains("+493012345 · anna@example.org · Croatian", "Anna &lt;Vogel&gt;")
                .contains(">Croatian</option>", "No texts (SMS)");
        assertThat(desk.get("/clients/contact").text()).doesNotContain("contact-form");
    }

    @Test
    void whatIsChangedIsSentWithTheVersionThatWasSeen() {
        CLINIC.takesPut(ANNA, new ClientView(Kreuzberg.ANNA, 4, "Anna Vogel", null, "+493099999", "de"));
        CLINIC.takesPut(ANNA + "/opt-outs/EMAIL", EMAILS);

        Answer saved = save(Map.of(
                "name", "Anna Vogel", "phone", "+49 30 99999", "email", "", "language", "de", "noEmail", "true"));

        assertThat(saved.header("HX-Trigger")).isEqualTo("board-changed, client-changed");
        assertThat(saved.text()).contains("The contact is saved.", "name=\"version\" value=\"4\"");
        var put = CLINIC.asked("PUT", Kreuzberg.ANNA.toString()).getFirst();
        assertThat(put.getHeader("If-Match")).isEqualTo("\"3\"");
        assertThat(put.getBodyAsString())
                .contains("\"name\":\"Anna Vogel\"", "\"email\":null", "\"phone\":\"+49 30 99999\"");
        assertThat(CLINIC.asked("PUT", "/opt-outs/EMAIL")).hasSize(1);
        assertThat(CLINIC.asked("PUT", "/opt-outs/SMS")).isEmpty();
    }

    @Test
    void aNumberIsDialledWhereItIsTyped() {
        CLINIC.takesPut(ANNA, new ClientView(Kreuzberg.ANNA, 4, "Anna Vogel", null, "+491715555555", "de"));

        String shown = desk.get("/clients/contact?client=" + Kreuzberg.ANNA + "&location=" + Staff.MITTE)
                .text();
        var unused = save(Map.of("name", "Anna Vogel", "phone", "0171 5555555", "location", Staff.MITTE));

        assertThat(shown).contains("name=\"location\" value=\"" + Staff.MITTE + "\"");
        assertThat(CLINIC.asked("PUT", Kreuzberg.ANNA.toString()).getFirst().getBodyAsString())
                .contains("\"phone\":\"0171 5555555\"", "\"locationId\":\"" + Staff.MITTE + "\"");
    }

    @Test
    void aRefusalStandsBesideItsFieldAndWhatWasTypedStays() {
        CLINIC.refusesPut(ANNA, 422, "invalid-phone", "phone");

        String refused = save(Map.of("name", "Anna", "phone", "call me")).text();

        assertThat(refused)
                .containsPattern(
                        "id=\"wrong-contact-phone-" + Kreuzberg.ANNA + "\"[^>]*>A sentence about invalid-phone.<")
                .containsPattern("id=\"wrong-contact-email-" + Kreuzberg.ANNA + "\"[^>]*></small>")
                .contains("value=\"call me\"", "aria-describedby=\"wrong-contact-phone-" + Kreuzberg.ANNA + "\"")
                .containsOnlyOnce("aria-invalid=\"true\"")
                .doesNotContain("notice refused");
    }

    @Test
    void whoeverWasOvertakenSeesBothAndMaySaveTheirsAgain() {
        CLINIC.refusesPut(ANNA, 412, "version-mismatch", "If-Match");
        CLINIC.says(ANNA, new ClientView(Kreuzberg.ANNA, 9, "Anna Vogel", null, "+493077777", "hr"));

        String overtaken = save(Map.of("name", "Anna Vogel", "phone", "+493099999", "language", "hr"))
                .text();

        assertThat(overtaken)
                .contains("Somebody changed this contact meanwhile.", "value=\"+493099999\"", ">+493077777</bdi>")
                .contains("name=\"version\" value=\"9\"")
                .doesNotContain("Now: <bdi>Anna Vogel");
    }

    @Test
    void whatNobodyTypedInIsAsSomebodyElseMadeItMeanwhile() {
        CLINIC.refusesPut(ANNA, 412, "version-mismatch", "If-Match");
        CLINIC.says(ANNA, new ClientView(Kreuzberg.ANNA, 9, "Anna Arnold", "anna@example.org", "+493077777", "de"));
        CLINIC.says(ANNA + "/opt-outs", ItemList.all(List.of(TEXTS, NO_EMAILS_SINCE_A_CLICK)));

        String overtaken = save(Map.of("name", "Anna Vogel", "noSms", "true")).text();

        assertThat(overtaken)
                .contains("Somebody changed this contact meanwhile.", "name=\"version\" value=\"9\"")
                .contains("name=\"shownName\" value=\"Anna Arnold\"", ">Anna Arnold</bdi>")
                .containsPattern("name=\"name\"[^>]*value=\"Anna Vogel\"")
                .containsPattern("name=\"phone\"[^>]*value=\"\\+493077777\"")
                .containsPattern("<option value=\"de\" selected")
                .containsPattern("name=\"noSms\" value=\"true\" checked")
                .containsPattern("name=\"noEmail\" value=\"true\" checked")
                .containsOnlyOnce("Now: <bdi>");
    }

    @Test
    void aWishThatIsNoneOfWhatWasChangedIsLeftAlone() {
        CLINIC.takesPut(ANNA, new ClientView(Kreuzberg.ANNA, 4, "Anna Vogel", "anna@example.org", "+493012345", "hr"));
        CLINIC.says(ANNA + "/opt-outs", ItemList.all(List.of(TEXTS, NO_EMAILS_SINCE_A_CLICK)));
        CLINIC.takesDelete(ANNA + "/opt-outs/EMAIL", EMAILS);

        String saved = save(Map.of("name", "Anna Vogel")).text();

        assertThat(saved)
                .contains("The contact is saved.", "name=\"shownNoEmail\" value=\"true\"")
                .containsPattern("name=\"noEmail\" value=\"true\" checked");
        assertThat(CLINIC.changes()).hasSize(1);
    }

    @Test
    void whoeverHasATickTakenAwayWantsTheMessagesAgain() {
        CLINIC.takesPut(
                ANNA, new ClientView(Kreuzberg.ANNA, 4, "Anna <Vogel>", "anna@example.org", "+493012345", "hr"));
        CLINIC.says(ANNA + "/opt-outs", ItemList.all(List.of(TEXTS, NO_EMAILS_SINCE_A_CLICK)));
        CLINIC.takesDelete(ANNA + "/opt-outs/EMAIL", EMAILS);

        var unused = save(Map.of("shownNoEmail", "true"));

        assertThat(CLINIC.asked("DELETE", "/opt-outs/EMAIL")).hasSize(1);
    }

    @Test
    void aRefusalOfWhatWasTypedDoesNotHideThatSomebodyElseWasThere() {
        CLINIC.refusesPut(ANNA, 422, "invalid-phone", "phone");
        CLINIC.says(ANNA, new ClientView(Kreuzberg.ANNA, 9, "Anna Arnold", "anna@example.org", "+493077777", "hr"));

        assertThat(save(Map.of("phone", "call me")).text())
                .contains("name=\"version\" value=\"3\"", "name=\"shownPhone\" value=\"+493012345\"");
    }

    @Test
    void aStopCannotBeUncheckedAtTheDesk() {
        CLINIC.says(ANNA + "/opt-outs", ItemList.all(List.of(NO_TEXTS_SINCE_STOP, EMAILS)));

        assertThat(desk.get("/clients/contact?client=" + Kreuzberg.ANNA).text())
                .contains("The client sent STOP.", "disabled=\"disabled\"");
    }

    @Test
    void withoutNotificationServiceTheContactIsPutRightAllTheSame() {
        CLINIC.refusesToSay(ANNA + "/opt-outs", 503, "temporarily-unavailable");
        CLINIC.takesPut(ANNA, new ClientView(Kreuzberg.ANNA, 4, "Anna Vogel", null, "+493099999", "de"));

        assertThat(save(Map.of("name", "Anna Vogel", "phone", "+493099999", "consent", "false"))
                        .text())
                .contains("The contact is saved.", "cannot be shown right now");
    }

    @Test
    void whatTheyWantIsNotPassedOverWhereNotificationServiceHasGoneAway() {
        CLINIC.refusesToSay(ANNA + "/opt-outs", 503, "temporarily-unavailable");
        CLINIC.takesPut(ANNA, new ClientView(Kreuzberg.ANNA, 4, "Anna Vogel", null, "+493099999", "de"));

        assertThat(save(Map.of("name", "Anna Vogel", "phone", "+493099999", "noSms", "true"))
                        .text())
                .contains("The contact is saved, but not which messages they want.")
                .containsPattern("name=\"noSms\" value=\"true\" checked");
    }

    @Test
    void theClientWhoIsChosenBesideItIsShownAsPutRight() {
        CLINIC.takesPut(ANNA, new ClientView(Kreuzberg.ANNA, 4, "Anna Vogel", null, "+493099999", "de"));

        String folded = save(Map.of("name", "Anna Vogel", "phone", "+493099999", "folded", "true"))
                .text();
        String alone = save(Map.of("name", "Anna Vogel", "phone", "+493099999")).text();

        assertThat(folded)
                .containsPattern(
                        "id=\"who-" + Kreuzberg.ANNA + "\" hx-swap-oob=\"innerHTML\".*Anna Vogel.*\\+493099999");
        assertThat(alone).doesNotContain("hx-swap-oob");
    }

    @Test
    void whatIsSavedIsToldAlsoWhereTheirWishesAreRefused() {
        CLINIC.takesPut(ANNA, new ClientView(Kreuzberg.ANNA, 4, "Anna Vogel", null, "+493099999", "de"));
        CLINIC.refusesPut(ANNA + "/opt-outs/EMAIL", 503, "temporarily-unavailable", "channel");

        Answer half = save(Map.of("name", "Anna Vogel", "phone", "+493099999", "noEmail", "true"));

        assertThat(half.header("HX-Trigger")).isEqualTo("board-changed, client-changed");
        assertThat(half.text())
                .contains("The contact is saved, but not which messages they want.", "name=\"version\" value=\"4\"")
                .doesNotContain("The contact is saved.");
    }

    private Answer save(Map<String, String> changed) {
        return desk.post("/clients/contact", form(changed));
    }

    /** As it is sent where Anna was shown as she was kept at version 3, and these fields were changed. */
    private static Map<String, String> form(Map<String, String> changed) {
        Map<String, String> form =
                new HashMap<>(Map.of("client", Kreuzberg.ANNA.toString(), "version", "3", "consent", "true"));
        SHOWN.forEach((field, value) -> {
            form.put("shown" + StringUtils.capitalize(field), value);
            form.put(field, value);
        });
        form.putAll(changed);
        return form;
    }
}
