package dev.unknot.frontdesk.board.web;

import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.board.ClientSearch;
import dev.unknot.frontdesk.board.NewClient;
import dev.unknot.frontdesk.board.Refusal;
import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.platform.id.Ids;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/clients")
class ClientController {

    private final ClientSearch clients;

    ClientController(ClientSearch clients) {
        this.clients = clients;
    }

    @GetMapping
    String search(@RequestParam String q, StaffAccount desk, Model model) {
        model.addAttribute("found", List.of());
        try {
            model.addAttribute("found", clients.search(desk, q.strip()));
        } catch (Refused refused) {
            // How much must be typed depends on the script, which booking-service knows.
            boolean tooShort = refused.is("invalid-parameter");
            model.addAttribute(tooShort ? "hint" : "refusal", Refusal.of(refused));
        }
        return "board/clients :: found";
    }

    /** Answers with the new client, chosen. */
    @PostMapping
    String create(@Valid NewClient form, StaffAccount desk, Model model) {
        try {
            model.addAttribute("created", clients.create(desk, form));
            model.addAttribute("key", Ids.next());
        } catch (Refused refused) {
            model.addAttribute("refusal", Refusal.of(refused));
            model.addAttribute("lookalikes", clients.lookalikes(refused));
            model.addAttribute("field", refused.field());
        }
        return "board/clients :: made";
    }
}
