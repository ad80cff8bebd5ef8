package dev.unknot.frontdesk.board.web;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.board.Early;
import dev.unknot.frontdesk.board.MoveForm;
import dev.unknot.frontdesk.board.Refusal;
import dev.unknot.frontdesk.board.VisitDesk;
import dev.unknot.frontdesk.board.VisitWords;
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

    private static final int SERVER_ERROR = 500;

    private final VisitDesk visits;
    private final VisitWords words;

    VisitController(VisitDesk visits, VisitWords words) {
        this.visits = visits;
        this.words = words;
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

    /** What has become of it since {@code version} was shown, if anything has; asked whenever there is news. */
    @GetMapping("/change")
    @Nullable
    String change(
            @PathVariable UUID id,
            @RequestParam long version,
            StaffAccount desk,
            Model model,
            HttpServletResponse answer) {
        String change = visits.changed(desk, new AppointmentId(id), version);
        if (change == null) {
            answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        model.addAttribute("sentence", change);
        return "board/visit :: change";
    }

    /** Asks first where the step comes early, unless it is meant so. */
    @PostMapping("/{step}")
    String take(
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam long version,
            @RequestParam(defaultValue = "false") boolean early,
            StaffAccount desk,
            Model model,
            HttpServletResponse answer) {
        Early asked = early ? null : visits.early(desk, new AppointmentId(id), step);
        if (asked != null) {
            model.addAttribute("early", asked);
            return shown(id, null, null, desk, model);
        }
        Refusal refusal = null;
        try {
            visits.take(desk, new AppointmentId(id), version, step);
        } catch (Refused refused) {
            refusal = visits.refusal(step, refused);
        }
        Answers.changed(answer);
        return shown(id, null, refusal, desk, model);
    }

    @PostMapping("/move")
    String move(
            @PathVariable UUID id, @Valid MoveForm form, StaffAccount desk, Model model, HttpServletResponse answer) {
        if (!form.complete()) {
            return incomplete(id, desk, model, answer);
        }
        try {
            AppointmentView moved = visits.move(desk, new AppointmentId(id), form);
            return Answers.done(words.moved(desk, moved), model, answer);
        } catch (Refused refused) {
            return shown(id, form, visits.refusal(desk, new AppointmentId(id), form, refused), desk, model);
        }
    }

    /**
     * What a drop on the sheet would do. Nothing is done yet: the page waits for some seconds, in which it can be taken back
     * before the client hears of it. What is refused continues in the dialog, with a reason or at another time.
     */
    @PostMapping("/move/trial")
    String tryMove(
            @PathVariable UUID id, @Valid MoveForm form, StaffAccount desk, Model model, HttpServletResponse answer) {
        if (!form.complete()) {
            return incomplete(id, desk, model, answer);
        }
        try {
            AppointmentView moved = visits.tryToMove(desk, new AppointmentId(id), form);
            return Answers.fits(words.moves(desk, moved), model, answer);
        } catch (Refused refused) {
            if (refused.status() >= SERVER_ERROR) {
                throw refused;
            }
            Answers.intoDialog(answer);
            return shown(id, form, visits.refusal(desk, new AppointmentId(id), form, refused), desk, model);
        }
    }

    /** The drop itself, which leaves alone whatever dialog the desk has opened since. */
    @PostMapping("/move/drop")
    String drop(
            @PathVariable UUID id, @Valid MoveForm form, StaffAccount desk, Model model, HttpServletResponse answer) {
        if (!form.complete()) {
            return incomplete(id, desk, model, answer);
        }
        AppointmentId visit = new AppointmentId(id);
        try {
            AppointmentView moved = visits.move(desk, visit, form);
            Answers.changed(answer);
            return Answers.said(words.moved(desk, moved), model);
        } catch (Refused refused) {
            throw words.notMoved(desk, visit, form, refused);
        }
    }

    private String incomplete(UUID id, StaffAccount desk, Model model, HttpServletResponse answer) {
        Answers.intoDialog(answer);
        return shown(id, null, Refusal.incomplete("Choose a day and a time."), desk, model);
    }

    private String shown(UUID id, @Nullable MoveForm move, @Nullable Refusal refusal, StaffAccount desk, Model model) {
        model.addAttribute("visit", visits.page(desk, new AppointmentId(id), move, refusal));
        return "board/visit :: visit";
    }
}
