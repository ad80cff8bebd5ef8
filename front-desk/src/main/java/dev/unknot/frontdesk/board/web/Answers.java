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

    /** A move could be made, and is in a moment: {@code sentence} says so, and a button takes it back. */
    static String fits(String sentence, Model model, HttpServletResponse answer) {
        answer.setHeader("HX-Trigger", "move-fits");
        answer.setHeader("HX-Reswap", "none");
        model.addAttribute("sentence", sentence);
        return "board/undo :: undo";
    }

    /** {@code sentence} is said, and nothing else on the page changes by the answer. */
    static String said(String sentence, Model model) {
        model.addAttribute("sentence", sentence);
        return "board/said :: said";
    }
}
