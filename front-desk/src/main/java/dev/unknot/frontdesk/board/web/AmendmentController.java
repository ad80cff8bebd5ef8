package dev.unknot.frontdesk.board.web;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.board.AmendForm;
import dev.unknot.frontdesk.board.AmendmentDialog;
import dev.unknot.frontdesk.board.Refusal;
import dev.unknot.frontdesk.board.VisitDesk;
import dev.unknot.frontdesk.clinic.Refused;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/appointments/{id}/amendment")
class AmendmentController {

    private final AmendmentDialog amendments;
    private final VisitDesk visits;

    AmendmentController(AmendmentDialog amendments, VisitDesk visits) {
        this.amendments = amendments;
        this.visits = visits;
    }

    /** The choices alone, fetched when somebody wants them. */
    @GetMapping
    String choices(@PathVariable UUID id, StaffAccount desk, Model model) {
        model.addAttribute("amendment", amendments.page(desk, new AppointmentId(id), null, null));
        return "board/amendment :: amendment";
    }

    /** The dialog stays open and tells the new price. */
    @PostMapping
    String amend(
            @PathVariable UUID id, @Valid AmendForm form, StaffAccount desk, Model model, HttpServletResponse answer) {
        AppointmentId visit = new AppointmentId(id);
        Refusal refusal = null;
        try {
            amendments.amend(desk, visit, form);
            model.addAttribute("changed", true);
        } catch (Refused refused) {
            refusal = amendments.refusal(desk, visit, form, refused);
            model.addAttribute("amendment", amendments.page(desk, visit, form, refusal));
        }
        Answers.changed(answer);
        model.addAttribute("visit", visits.page(desk, visit, null, refusal));
        return "board/visit :: visit";
    }
}
