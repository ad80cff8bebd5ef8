package dev.unknot.frontdesk.diary.web;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.board.Early;
import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.diary.Diary;
import dev.unknot.frontdesk.page.Browser;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class DiaryController {

    private final Diary diary;

    DiaryController(Diary diary) {
        this.diary = diary;
    }

    @GetMapping("/diary")
    String day(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date,
            StaffAccount therapist,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("diary", diary.day(therapist, date));
        return view(request);
    }

    /** For paper. */
    @GetMapping("/diary/sheet")
    String sheet(@RequestParam LocalDate date, StaffAccount therapist, Model model) {
        model.addAttribute("sheet", diary.day(therapist, date).sheet(therapist.name()));
        model.addAttribute("alone", true);
        return "board/sheet";
    }

    @PostMapping("/diary/{id}/{step}")
    String take(
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam long version,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestParam(defaultValue = "false") boolean early,
            StaffAccount therapist,
            HttpServletRequest request,
            Model model) {
        try {
            AppointmentId visit = new AppointmentId(id);
            Early asked = early ? null : diary.early(therapist, visit, step);
            if (asked == null) {
                diary.take(therapist, visit, version, step);
            } else {
                model.addAttribute("early", asked);
            }
        } catch (Refused refused) {
            model.addAttribute("refusal", refused.sentence());
            model.addAttribute("refused", id);
        }
        model.addAttribute("diary", diary.day(therapist, date));
        return view(request);
    }

    private static String view(HttpServletRequest request) {
        return Browser.wantsPart(request) ? "diary/diary :: day" : "diary/diary";
    }
}
