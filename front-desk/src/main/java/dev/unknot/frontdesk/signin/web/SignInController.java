package dev.unknot.frontdesk.signin.web;

import dev.unknot.common.access.Role;
import dev.unknot.frontdesk.account.StaffAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form that signs in, and where its people go first. */
@Controller
class SignInController {

    @GetMapping("/sign-in")
    String form(
            @RequestParam(required = false) @Nullable String refused,
            @RequestParam(required = false) @Nullable String changed,
            @RequestParam(required = false) @Nullable String ended,
            @RequestParam(required = false) @Nullable String back,
            Model page) {
        page.addAttribute("back", back);
        page.addAttribute("changed", changed != null);
        page.addAttribute("ended", ended != null);
        page.addAttribute("refused", refused == null ? null : "sign-in-refused");
        return "signin/sign-in";
    }

    /** Who has not given a password before sees the form as well: which accounts have a second step is nobody's business. */
    @GetMapping("/sign-in/code")
    String code(
            @RequestParam(required = false) @Nullable String refused,
            @RequestParam(required = false) @Nullable String back,
            Model page) {
        page.addAttribute("back", back);
        page.addAttribute("refused", refused == null ? null : "sign-in-refused");
        return "signin/code";
    }

    @GetMapping("/")
    String start(StaffAccount account) {
        return account.is(Role.THERAPIST) ? "redirect:/diary" : "redirect:/board";
    }
}
