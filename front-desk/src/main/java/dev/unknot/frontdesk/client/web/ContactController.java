package dev.unknot.frontdesk.client.web;

import dev.unknot.common.client.ClientId;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.client.Contact;
import dev.unknot.frontdesk.client.ContactDesk;
import dev.unknot.frontdesk.client.ContactPage;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/clients/contact")
class ContactController {

    private final ContactDesk contacts;

    ContactController(ContactDesk contacts) {
        this.contacts = contacts;
    }

    /** @param client null: nobody is chosen, and nothing is shown */
    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable UUID client,
            @RequestParam(defaultValue = "false") boolean folded,
            @RequestParam(required = false) @Nullable UUID location,
            StaffAccount desk,
            Model model) {
        return client == null
                ? "client/contact :: nobody"
                : shown(contacts.page(desk, new ClientId(client), folded, location), model);
    }

    @PostMapping
    String save(
            @Valid SentContact sent,
            Contact typed,
            ShownContact shown,
            StaffAccount desk,
            Model model,
            HttpServletResponse answer) {
        ContactPage page = contacts.save(desk, sent.form(typed, shown.contact()));
        if (page.corrected()) {
            answer.setHeader("HX-Trigger", "board-changed, client-changed");
        }
        return shown(page, model);
    }

    private static String shown(ContactPage page, Model model) {
        model.addAttribute("contact", page);
        return "client/contact :: contact";
    }
}
