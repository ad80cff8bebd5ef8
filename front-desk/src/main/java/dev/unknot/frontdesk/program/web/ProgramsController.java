package dev.unknot.frontdesk.program.web;

import dev.unknot.common.location.LocationView;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.program.ProgramDesk;
import dev.unknot.frontdesk.program.ProgramForm;
import dev.unknot.frontdesk.token.Programs;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Programs as an owner sees them: a list, a new one, a new secret for one, and the end of one. */
@Controller
@RequestMapping("/programs")
class ProgramsController {

    private static final String BACK = "redirect:/programs";

    private final ProgramDesk desk;

    ProgramsController(ProgramDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    String list(StaffAccount by, Model page) {
        List<LocationView> places = desk.places(by);
        page.addAttribute("places", places);
        page.addAttribute("lines", desk.list(places));
        return "program/programs";
    }

    @PostMapping
    String register(ProgramForm form, StaffAccount by, Model page) {
        return shown(desk.register(by, form), page);
    }

    @PostMapping("/{id}/secret")
    String renewSecret(@PathVariable UUID id, @RequestParam Instant since, Model page) {
        return shown(desk.renewSecret(id, since), page);
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable UUID id) {
        desk.end(id);
        return BACK;
    }

    private static String shown(Programs.Credentials made, Model page) {
        page.addAttribute("made", made);
        return "program/secret";
    }
}
