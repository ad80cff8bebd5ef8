package dev.unknot.frontdesk.board.web;

import dev.unknot.common.block.BlockId;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.board.Attempt;
import dev.unknot.frontdesk.board.BlockDialog;
import dev.unknot.frontdesk.board.BlockForm;
import dev.unknot.frontdesk.board.BookingDialog;
import dev.unknot.frontdesk.board.Refusal;
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

@Controller
@RequestMapping("/board/blocks")
class BlockController {

    private final BlockDialog blocks;
    private final BookingDialog bookings;

    BlockController(BlockDialog blocks, BookingDialog bookings) {
        this.blocks = blocks;
        this.bookings = bookings;
    }

    @PostMapping
    String block(@Valid BlockForm form, StaffAccount desk, Model model, HttpServletResponse answer) {
        try {
            blocks.block(desk, form);
            return Answers.done("The time is blocked.", model, answer);
        } catch (Refused refused) {
            model.addAttribute(
                    "page", bookings.page(desk, Attempt.opening(form.booking()).refused(Refusal.of(refused))));
            return "board/booking :: booking";
        }
    }

    @GetMapping("/{id}")
    String details(@PathVariable UUID id, StaffAccount desk, Model model) {
        return shown(id, null, desk, model);
    }

    /** Asked whenever there is news: of a block that somebody has lifted nothing is left to show. */
    @GetMapping("/{id}/change")
    @Nullable
    String change(@PathVariable UUID id, StaffAccount desk, Model model, HttpServletResponse answer) {
        if (blocks.isGone(desk, new BlockId(id))) {
            return Answers.done("Somebody has lifted the block.", model, answer);
        }
        answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return null;
    }

    @PostMapping("/{id}/lift")
    String lift(@PathVariable UUID id, StaffAccount desk, Model model, HttpServletResponse answer) {
        try {
            blocks.lift(desk, new BlockId(id));
            return Answers.done("The block is lifted.", model, answer);
        } catch (Refused refused) {
            return shown(id, Refusal.of(refused), desk, model);
        }
    }

    private String shown(UUID id, @Nullable Refusal refusal, StaffAccount desk, Model model) {
        model.addAttribute("page", blocks.page(desk, new BlockId(id), refusal));
        return "board/blocked :: blocked";
    }
}
