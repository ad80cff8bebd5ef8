package dev.unknot.frontdesk.board.web;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.board.CancellationDesk;
import dev.unknot.frontdesk.board.Refusal;
import dev.unknot.frontdesk.board.VisitDesk;
import dev.unknot.frontdesk.board.VisitPage;
import dev.unknot.frontdesk.clinic.Refused;
import jakarta.servlet.http.HttpServletResponse;
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
@RequestMapping("/appointments/{id}/cancellation")
class CancellationController {

    private static final String LATE_BY_NOW =
            "While this was open, the client’s time to cancel early ran out. Nothing was changed.";

    private final CancellationDesk cancellations;
    private final VisitDesk visits;

    CancellationController(CancellationDesk cancellations, VisitDesk visits) {
        this.cancellations = cancellations;
        this.visits = visits;
    }

    /** Asks why, and whether it is meant; a visit that can no longer be cancelled is shown as it stands. */
    @GetMapping
    String ask(@PathVariable UUID id, StaffAccount desk, Model model) {
        return asked(id, null, desk, model);
    }

    /**
     * The dialog stays open, since a cancellation by mistake is taken back there; later it is found beside the day.
     *
     * @param warned whether the question said that the client would cancel late; who read it earlier is asked again
     */
    @PostMapping
    String cancel(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam String cause,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(defaultValue = "false") boolean warned,
            StaffAccount desk,
            Model model,
            HttpServletResponse answer) {
        Answers.changed(answer);
        model.addAttribute("cause", cause);
        model.addAttribute("note", note);
        try {
            String words = note == null || note.isBlank() ? null : note.strip();
            var command = new CancelAppointment(cause, words);
            if (!warned && cancellations.isLate(desk, new AppointmentId(id), command)) {
                return asked(id, Refusal.incomplete(LATE_BY_NOW), desk, model);
            }
            var cancelled = cancellations.cancel(desk, new AppointmentId(id), version, command);
        } catch (Refused refused) {
            return asked(id, Refusal.of(refused), desk, model);
        }
        var unused = shown(id, null, desk, model);
        return "board/visit :: visit";
    }

    private String asked(UUID id, @Nullable Refusal refusal, StaffAccount desk, Model model) {
        VisitPage visit = shown(id, refusal, desk, model);
        if (!visit.open()) {
            return "board/visit :: visit";
        }
        model.addAttribute("missedNotice", cancellations.missedNotice(desk, visit.appointment()));
        return "board/cancellation :: ask";
    }

    private VisitPage shown(UUID id, @Nullable Refusal refusal, StaffAccount desk, Model model) {
        VisitPage visit = visits.page(desk, new AppointmentId(id), null, refusal);
        model.addAttribute("visit", visit);
        return visit;
    }
}
