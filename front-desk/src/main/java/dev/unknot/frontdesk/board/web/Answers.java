package dev.unknot.frontdesk.board.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;

/** How an htmx request of the board ends. */
final class Answers {

    private Answers() {}

    /** It is done: the sheet is fetched again, the dialog closes, and {@code sentence} is said. */
    static String done(String sentence, Model model, HttpServletResponse answer) {
        answer.setHeader("HX-Trigger", "board-changed, dialog-done");
        return said(sentence, model);
    }

    /** It is done and the dialog shows what stands now. */
    static void changed(HttpServletResponse answer) {
        answer.setHeader("HX-Trigger", "board-changed");
    }

    /** What was asked for without a dialog continues in one. */
    static void intoDialog(HttpServletResponse answer) {
        answer.setHeader("HX-Retarget", "#dialog-body");
        answer.setHeader("HX-Reswap", "innerHTML");
    }

    private static String said(String sentence, Model model) {
        model.addAttribute("sentence", sentence);
        return "board/said :: said";
    }
}
