package dev.unknot.frontdesk.board.web;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.board.DaySheets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class DaySheetController {

    private final DaySheets sheets;

    DaySheetController(DaySheets sheets) {
        this.sheets = sheets;
    }

    /** For paper. */
    @GetMapping("/board/sheet")
    String sheet(
            @RequestParam UUID location,
            @RequestParam LocalDate date,
            @RequestParam(required = false) @Nullable UUID therapist,
            StaffAccount desk,
            Model model) {
        model.addAttribute(
                "sheet",
                sheets.of(desk, new LocationId(location), date, therapist == null ? null : new TherapistId(therapist)));
        model.addAttribute("location", location);
        model.addAttribute("date", date);
        model.addAttribute("alone", therapist != null);
        return "board/sheet";
    }
}
