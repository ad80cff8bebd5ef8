package dev.unknot.frontdesk.board.web;

import dev.unknot.common.location.LocationId;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.board.DayBoard;
import dev.unknot.frontdesk.board.PlaceStyles;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class BoardController {

    private final DayBoard days;

    BoardController(DayBoard days) {
        this.days = days;
    }

    @GetMapping("/board")
    String board(
            @RequestParam(required = false) @Nullable UUID location,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date,
            StaffAccount desk,
            Model model) {
        return drawn("board/board", location, date, desk, model);
    }

    /** The sheet alone, fetched again whenever something changed. */
    @GetMapping("/board/day")
    String day(
            @RequestParam UUID location,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            StaffAccount desk,
            Model model) {
        return drawn("board/day :: day", location, date, desk, model);
    }

    @GetMapping(path = "/board/places.css", produces = "text/css")
    ResponseEntity<String> places() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(PlaceStyles.css());
    }

    private String drawn(
            String view, @Nullable UUID location, @Nullable LocalDate date, StaffAccount desk, Model model) {
        model.addAttribute("board", days.day(desk, location == null ? null : new LocationId(location), date));
        return view;
    }
}
