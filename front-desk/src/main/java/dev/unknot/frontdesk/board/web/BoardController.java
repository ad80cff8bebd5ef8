package dev.unknot.frontdesk.board.web;

import dev.unknot.common.location.LocationId;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.board.BoardPage;
import dev.unknot.frontdesk.board.DayBoard;
import dev.unknot.frontdesk.board.PlaceStyles;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        LocationId place = location == null ? null : new LocationId(location);
        BoardPage board = place == null && date == null ? last(request, desk) : days.day(desk, place, date);
        LastBoard.keep(board, response);
        model.addAttribute("board", board);
        return "board/board";
    }

    /** The one that was looked at last, or the first of theirs today. */
    private BoardPage last(HttpServletRequest request, StaffAccount desk) {
        LastBoard last = LastBoard.of(request).orElse(null);
        LocalDate today = last == null ? null : days.today(desk, last.location());
        return last == null || today == null
                ? days.day(desk, null, null)
                : days.day(desk, last.location(), last.on(today));
    }

    /** The sheet alone, fetched again whenever something changed. */
    @GetMapping("/board/day")
    String day(
            @RequestParam UUID location,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            StaffAccount desk,
            Model model) {
        model.addAttribute("board", days.day(desk, new LocationId(location), date));
        return "board/day :: day";
    }

    @GetMapping(path = "/board/places.css", produces = "text/css")
    ResponseEntity<String> places() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(PlaceStyles.css());
    }
}
