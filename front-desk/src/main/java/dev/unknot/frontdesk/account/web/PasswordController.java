package dev.unknot.frontdesk.account.web;

import dev.unknot.frontdesk.account.DeviceCookie;
import dev.unknot.frontdesk.account.OwnPassword;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.platform.problem.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own password. Changing it ends all one's sessions, this one too: one signs in with the new one. */
@Controller
@RequestMapping("/password")
class PasswordController {

    private static final String PAGE = "account/password";

    private final OwnPassword password;

    PasswordController(OwnPassword password) {
        this.password = password;
    }

    @GetMapping
    String form() {
        return PAGE;
    }

    @PostMapping
    String change(
            StaffAccount account,
            @RequestParam String present,
            @RequestParam String wanted,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            password.change(account, present, wanted, DeviceCookie.origin(request));
        } catch (Rejection rejection) {
            page.addAttribute("rejection", rejection);
            response.setStatus(rejection.status());
            return PAGE;
        }
        return "redirect:/sign-in?changed";
    }
}
