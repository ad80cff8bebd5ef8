package dev.unknot.frontdesk.signin.web;

import dev.unknot.frontdesk.account.DeviceCookie;
import dev.unknot.frontdesk.account.OwnPassword;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.secondstep.SecondSteps;
import dev.unknot.frontdesk.signin.OpenSessions;
import dev.unknot.platform.problem.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One's own second step: begun and ended by the password, and turned on by the first code of the app. What was begun lies in the
 * session that began it and in no other, so that nobody is handed a secret that somebody else has seen.
 */
@Controller
@RequestMapping("/account/second-step")
class SecondStepController {

    private static final String PAGE = "account/second-step";
    private static final String BACK = "redirect:/account/second-step";
    private static final String BEGUN = "second-step-begun";
    private static final String CODES = "second-step-codes";

    private final SecondSteps steps;
    private final OwnPassword password;
    private final OpenSessions sessions;

    SecondStepController(SecondSteps steps, OwnPassword password, OpenSessions sessions) {
        this.steps = steps;
        this.password = password;
        this.sessions = sessions;
    }

    @GetMapping
    String page(StaffAccount account, HttpSession session, Model page) {
        boolean on = steps.isOn(account.id());
        page.addAttribute("on", on);
        page.addAttribute("owed", steps.isOwed(account));
        page.addAttribute("left", on ? steps.recoveryCodes(account.id()) : 0);
        if (on && session.getAttribute(CODES) instanceof byte[] sealed) {
            page.addAttribute("codes", steps.opened(account, sealed));
        }
        if (!on && session.getAttribute(BEGUN) instanceof byte[] begun) {
            page.addAttribute("setup", steps.setup(account, begun));
        }
        return PAGE;
    }

    @PostMapping
    String begin(
            StaffAccount account,
            @RequestParam String present,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        return withPassword(account, present, page, request, response, () -> {
            HttpSession session = request.getSession();
            session.removeAttribute(CODES);
            // Another window may show it already.
            if (session.getAttribute(BEGUN) == null) {
                session.setAttribute(BEGUN, steps.begin(account));
            }
        });
    }

    /** The codes for a lost app are shown until they are written down. Whoever is signed in elsewhere signs in anew, with a code. */
    @PostMapping("/code")
    String confirm(
            StaffAccount account,
            @RequestParam String code,
            HttpSession session,
            Model page,
            HttpServletResponse response) {
        if (!(session.getAttribute(BEGUN) instanceof byte[] begun)) {
            return BACK;
        }
        try {
            List<String> codes = steps.confirm(account, begun, code);
            session.removeAttribute(BEGUN);
            sessions.endAllBut(account, session.getId());
            session.setAttribute(CODES, steps.sealed(account, codes));
            return BACK;
        } catch (Rejection rejection) {
            refuse(rejection, page, response);
            return page(account, session, page);
        }
    }

    @PostMapping("/codes/noted")
    String noted(HttpSession session) {
        session.removeAttribute(CODES);
        return "redirect:/account";
    }

    /** Whoever asks again for the address that a refusal was read at. */
    @GetMapping({"/code", "/end"})
    String again() {
        return BACK;
    }

    @PostMapping("/end")
    String end(
            StaffAccount account,
            @RequestParam String present,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        return withPassword(account, present, page, request, response, () -> steps.end(account));
    }

    private String withPassword(
            StaffAccount account,
            String present,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response,
            Runnable deed) {
        try {
            password.require(account, present, DeviceCookie.origin(request));
        } catch (Rejection rejection) {
            refuse(rejection, page, response);
            return page(account, request.getSession(), page);
        }
        deed.run();
        return BACK;
    }

    private static void refuse(Rejection rejection, Model page, HttpServletResponse response) {
        page.addAttribute("rejection", rejection);
        response.setStatus(rejection.status());
    }
}
