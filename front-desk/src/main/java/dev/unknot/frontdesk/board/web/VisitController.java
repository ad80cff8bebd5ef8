package dev.unknot.frontdesk.board.web;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.board.MoveForm;
import dev.unknot.frontdesk.board.Refusal;
import dev.unknot.frontdesk.board.VisitDesk;
import dev.unknot.frontdesk.board.WallTime;
import dev.unknot.frontdesk.clinic.Refused;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/appointments/{id}")
class VisitController {

    private final VisitDesk visits;

    VisitController(VisitDesk visits) {
        this.visits = visits;
    }

    @GetMapping
    String details(@PathVariable UUID id, StaffAccount desk, Model model) {
        return shown(id, null, null, desk, model);
    }

    /** What was sent and what happened, fetched again when there is news. */
    @GetMapping("/record")
    String record(@PathVariable UUID id, StaffAccount desk, Model model) {
        shown(id, null, null, desk, model);
        return "board/visit :: record";
    }

    @PostMapping("/{step}")
    String take(
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam long version,
            StaffAccount desk,
            Model model,
            HttpServletResponse answer) {
        Refusal refusal = null;
        try {
            visits.take(desk, new AppointmentId(id), version, step);
        } catch (Refused refused) {
            refusal = Refusal.of(refused);
        }
        Answers.changed(answer);
        return shown(id, null, refusal, desk, model);
    }

    /** From the dialog's form, or by a drop on the sheet; a drop that only needs a reason continues in the dialog. */
    @PostMapping("/move")
    String move(
            @PathVariable UUID id, @Valid MoveForm form, StaffAccount desk, Model model, HttpServletResponse answer) {
        if (!form.complete()) {
            Answers.intoDialog(answer);
            return shown(id, null, Refusal.incomplete("Choose a day and a time."), desk, model);
        }
        try {
            AppointmentView moved = visits.move(desk, new AppointmentId(id), form);
            return Answers.done("Moved to " + moment(moved) + ".", model, answer);
        } catch (Refused refused) {
            Refusal refusal = visits.refusal(desk, new AppointmentId(id), form, refused);
            boolean dropped = form.start() != null;
            if (dropped && !refusal.waivable()) {
                throw refused;
            }
            Answers.intoDialog(answer);
            return shown(id, form, refusal, desk, model);
        }
    }

    private String shown(UUID id, @Nullable MoveForm move, @Nullable Refusal refusal, StaffAccount desk, Model model) {
        model.addAttribute("visit", visits.page(desk, new AppointmentId(id), move, refusal));
        return "board/visit :: visit";
    }

    private static String moment(AppointmentView visit) {
        return new WallTime(visit.zone()).moment(visit.start());
    }
}
