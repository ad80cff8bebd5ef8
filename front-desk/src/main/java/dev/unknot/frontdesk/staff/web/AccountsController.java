package dev.unknot.frontdesk.staff.web;

import dev.unknot.common.location.LocationView;
import dev.unknot.common.therapist.TherapistView;
import dev.unknot.frontdesk.account.AccountHistory;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.Locations;
import dev.unknot.frontdesk.clinic.Therapists;
import dev.unknot.frontdesk.secondstep.SecondSteps;
import dev.unknot.frontdesk.signin.OpenSessions;
import dev.unknot.frontdesk.staff.AccountForm;
import dev.unknot.frontdesk.staff.StaffDesk;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Accounts as owners and managers see them: a list, a new one, and one to change. */
@Controller
@RequestMapping("/accounts")
class AccountsController {

    private static final String BACK = "redirect:/accounts";
    private static final int MOST = 100;

    private final StaffDesk desk;
    private final OpenSessions sessions;
    private final SecondSteps steps;
    private final AccountHistory history;
    private final Locations locations;
    private final Therapists therapists;
    private final DeskTokens tokens;

    AccountsController(
            StaffDesk desk,
            OpenSessions sessions,
            SecondSteps steps,
            AccountHistory history,
            Locations locations,
            Therapists therapists,
            DeskTokens tokens) {
        this.desk = desk;
        this.sessions = sessions;
        this.steps = steps;
        this.history = history;
        this.locations = locations;
        this.therapists = therapists;
        this.tokens = tokens;
    }

    @GetMapping
    String list(StaffAccount by, Model page) {
        page.addAttribute("accounts", desk.list(by));
        addPlaces(by, page);
        return "staff/accounts";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, StaffAccount by, HttpSession session, Model page) {
        StaffAccount shown = desk.find(by, id);
        page.addAttribute("shown", shown);
        page.addAttribute("sessions", sessions.of(shown, session.getId()));
        page.addAttribute("history", history.of(shown));
        page.addAttribute("secondStep", steps.isOn(id));
        addPlaces(by, page);
        return "staff/account";
    }

    @PostMapping
    String create(
            AccountForm form,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam String password,
            StaffAccount by) {
        desk.create(by, form, email, password);
        return BACK;
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            AccountForm form,
            @RequestParam long version,
            @RequestParam(defaultValue = "false") boolean disabled,
            StaffAccount by) {
        desk.change(by, id, version, disabled, form);
        return BACK;
    }

    @PostMapping("/{id}/password")
    String setPassword(@PathVariable UUID id, @RequestParam String password, StaffAccount by) {
        desk.setPassword(by, id, password);
        return BACK;
    }

    @PostMapping("/{id}/sessions/end")
    String endSessions(@PathVariable UUID id, StaffAccount by) {
        desk.endSessions(by, id);
        return "redirect:/accounts/" + id;
    }

    @PostMapping("/{id}/second-step/end")
    String endSecondStep(@PathVariable UUID id, StaffAccount by) {
        desk.endSecondStep(by, id);
        return "redirect:/accounts/" + id;
    }

    private void addPlaces(StaffAccount by, Model page) {
        Bearer bearer = tokens.of(by);
        List<LocationView> places = locations.list(bearer, null, MOST).items();
        List<TherapistView> people = therapists.list(bearer, null, MOST).items();
        page.addAttribute("places", places);
        page.addAttribute("therapists", people);
        page.addAttribute(
                "roles",
                StaffDesk.ROLES.stream()
                        .filter(role -> StaffDesk.mayGive(by, role))
                        .toList());
    }
}
