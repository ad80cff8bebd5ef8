package dev.unknot.frontdesk.signin.web;

import dev.unknot.frontdesk.account.AccountHistory;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.secondstep.SecondSteps;
import dev.unknot.frontdesk.signin.OpenSessions;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One's own account: where one is signed in, and what has become of it. */
@Controller
@RequestMapping("/account")
class OwnAccountController {

    private static final String BACK = "redirect:/account";

    private final OpenSessions sessions;
    private final AccountHistory history;
    private final SecondSteps steps;

    OwnAccountController(OpenSessions sessions, AccountHistory history, SecondSteps steps) {
        this.sessions = sessions;
        this.history = history;
        this.steps = steps;
    }

    @GetMapping
    String page(StaffAccount account, HttpSession session, Model page) {
        page.addAttribute("sessions", sessions.of(account, session.getId()));
        page.addAttribute("history", history.of(account));
        page.addAttribute("secondStep", steps.isOn(account.id()));
        return "account/account";
    }

    /** One that has ended meanwhile is no longer there, as was wanted. */
    @PostMapping("/sessions/{key}/end")
    String end(@PathVariable String key, StaffAccount account) {
        sessions.end(account, key);
        return BACK;
    }

    @PostMapping("/sessions/end")
    String endOthers(StaffAccount account, HttpSession session) {
        sessions.endAllBut(account, session.getId());
        return BACK;
    }
}
