package dev.unknot.frontdesk.messages.web;

import dev.unknot.common.message.ReplyId;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.messages.ReplyDesk;
import dev.unknot.frontdesk.page.Browser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class RepliesController {

    private final ReplyDesk replies;

    RepliesController(ReplyDesk replies) {
        this.replies = replies;
    }

    @GetMapping("/replies")
    String list(
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(required = false) @Nullable String cursor,
            StaffAccount account,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("replies", replies.find(account, open, cursor));
        model.addAttribute("cursor", cursor);
        return view(request);
    }

    /** The number beside the menu's entry. */
    @GetMapping("/replies/waiting")
    String waiting(StaffAccount account, Model model) {
        model.addAttribute("waiting", replies.waiting(account));
        return "page/waiting :: waiting";
    }

    @PostMapping("/replies/{id}/handling")
    String handled(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "true") boolean open,
            StaffAccount account,
            HttpServletRequest request,
            HttpServletResponse answer,
            Model model) {
        answer.setHeader("HX-Trigger", "waiting-changed");
        try {
            replies.handled(account, new ReplyId(id), version);
        } catch (Refused refused) {
            model.addAttribute(
                    "refusal",
                    refused.is("version-mismatch") ? "Somebody has dealt with it already." : refused.sentence());
        }
        model.addAttribute("replies", replies.find(account, open, null));
        return view(request);
    }

    private static String view(HttpServletRequest request) {
        return Browser.wantsPart(request) ? "messages/replies :: replies" : "messages/replies";
    }
}
