package dev.unknot.frontdesk.board.web;

import dev.unknot.common.location.LocationId;
import dev.unknot.frontdesk.board.BoardPage;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Which board somebody looked at last, kept by their browser, so that the way back from another page leads there.
 *
 * @param date null: today, whichever day that is by then
 * @param seen which day it was at the place; the date is worth something on that day only
 */
record LastBoard(LocationId location, @Nullable LocalDate date, LocalDate seen) {

    private static final String COOKIE = "__Host-unknot-board";

    static Optional<LastBoard> of(HttpServletRequest request) {
        Cookie kept = WebUtils.getCookie(request, COOKIE);
        return kept == null ? Optional.empty() : read(kept.getValue());
    }

    static void keep(BoardPage board, HttpServletResponse response) {
        String date = board.date().equals(board.today()) ? "" : board.date().toString();
        ResponseCookie cookie = ResponseCookie.from(COOKIE, board.place().id() + "_" + date + "_" + board.today())
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** The date, as long as it is the same day at the place. */
    @Nullable
    LocalDate on(LocalDate today) {
        return seen.equals(today) ? date : null;
    }

    private static Optional<LastBoard> read(String value) {
        String[] parts = value.split("_", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LastBoard(
                    LocationId.of(parts[0]),
                    parts[1].isEmpty() ? null : LocalDate.parse(parts[1]),
                    LocalDate.parse(parts[2])));
        } catch (IllegalArgumentException | DateTimeException nonsense) {
            return Optional.empty();
        }
    }
}
