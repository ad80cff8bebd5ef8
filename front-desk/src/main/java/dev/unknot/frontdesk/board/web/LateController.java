package dev.unknot.frontdesk.board.web;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.board.LateForm;
import dev.unknot.frontdesk.board.Lateness;
import dev.unknot.frontdesk.board.Refusal;
import dev.unknot.frontdesk.board.RunningLate;
import dev.unknot.frontdesk.board.VisitDesk;
import dev.unknot.frontdesk.board.WallTime;
import dev.unknot.frontdesk.clinic.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/appointments/{id}")
class LateController {

    private final RunningLate late;
    private final VisitDesk visits;

    LateController(RunningLate late, VisitDesk visits) {
        this.late = late;
        this.visits = visits;
    }

    /** Changes nothing yet. */
    @GetMapping("/knock-on")
    String look(
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) @Nullable LocalTime end,
            StaffAccount desk,
            Model model) {
        if (end == null) {
            return untimed(id, desk, model);
        }
        try {
            return shown(id, late.look(desk, new AppointmentId(id), end), null, desk, model);
        } catch (Refused refused) {
            return shown(id, Lateness.unseen(end), Refusal.of(refused), desk, model);
        }
    }

    @PostMapping("/overrun")
    String end(@PathVariable UUID id, LateForm form, StaffAccount desk, Model model, HttpServletResponse answer) {
        if (form.end() == null) {
            return untimed(id, desk, model);
        }
        try {
            AppointmentView visit = late.end(desk, new AppointmentId(id), form);
            String ends = "The visit ends at " + new WallTime(visit.zone()).time(visit.end()) + ".";
            return Answers.done(form.shift() ? ends + " What follows is moved back." : ends, model, answer);
        } catch (Refused refused) {
            Answers.changed(answer);
            return shown(id, Lateness.unseen(form.end()), Refusal.of(refused), desk, model);
        }
    }

    private String untimed(UUID id, StaffAccount desk, Model model) {
        return shown(id, Lateness.unseen(null), Refusal.incomplete("Say when it ends."), desk, model);
    }

    private String shown(UUID id, Lateness seen, @Nullable Refusal refusal, StaffAccount desk, Model model) {
        model.addAttribute("late", seen);
        model.addAttribute("visit", visits.page(desk, new AppointmentId(id), null, refusal));
        return "board/visit :: visit";
    }
}
