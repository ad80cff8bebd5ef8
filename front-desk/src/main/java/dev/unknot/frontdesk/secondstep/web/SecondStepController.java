package dev.unknot.frontdesk.secondstep.web;

import dev.unknot.frontdesk.account.DeviceCookie;
import dev.unknot.frontdesk.account.OwnPassword;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.secondstep.SecondSteps;
import dev.unknot.platform.problem.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own second step: begun, shown to an app, turned on by its first code, and off by the password. */
@Controller
@RequestMapping("/account/second-step")
class SecondStepController {

    private static final String BACK = "redirect:/account/second-step";

    private final SecondSteps steps;
    private final OwnPassword password;

    SecondStepController(SecondSteps steps, OwnPassword password) {
        this.steps = steps;
        this.password = password;
    }

    @GetMapping
    String page(StaffAccount account, Model page) {
        boolean on = steps.isOn(account.id());
        page.addAttribute("on", on);
        page.addAttribute("owed", steps.isOwed(account));
        page.addAttribute("left", on ? steps.recoveryCodes(account.id()) : 0);
        page.addAttribute("setup", steps.begun(account).orElse(null));
        return "account/second-step";
    }

    @PostMapping
    String begin(StaffAccount account) {
        steps.begin(account);
        return BACK;
    }

    /** The codes for a lost app are shown once, in the answer. */
    @PostMapping("/code")
    String confirm(StaffAccount account, @RequestParam String code, Model page, HttpServletResponse response) {
        try {
            page.addAttribute("codes", steps.confirm(account, code));
        } catch (Rejection rejection) {
            page.addAttribute("rejection", rejection);
            response.setStatus(rejection.status());
        }
        return page(account, page);
    }

    @PostMapping("/end")
    String end(
            StaffAccount account,
            @RequestParam String present,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            password.require(account, present, DeviceCookie.origin(request));
        } catch (Rejection rejection) {
            page.addAttribute("rejection", rejection);
            response.setStatus(rejection.status());
            return page(account, page);
        }
        steps.end(account);
        return BACK;
    }
}
