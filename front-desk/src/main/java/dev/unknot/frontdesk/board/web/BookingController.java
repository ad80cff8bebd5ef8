package dev.unknot.frontdesk.board.web;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.board.Attempt;
import dev.unknot.frontdesk.board.BookingDialog;
import dev.unknot.frontdesk.board.BookingForm;
import dev.unknot.frontdesk.board.ClientSearch;
import dev.unknot.frontdesk.board.NewClient;
import dev.unknot.frontdesk.board.Refusal;
import dev.unknot.frontdesk.board.VisitWords;
import dev.unknot.frontdesk.clinic.Refused;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class BookingController {

    private final BookingDialog dialog;
    private final ClientSearch clients;
    private final VisitWords words;

    BookingController(BookingDialog dialog, ClientSearch clients, VisitWords words) {
        this.dialog = dialog;
        this.clients = clients;
        this.words = words;
    }

    /** @param holdKey of a hold that was asked for and not answered, as before a reload; null: there is none */
    @GetMapping("/board/slot")
    String open(
            @Valid BookingForm form,
            @RequestParam(defaultValue = "false") boolean block,
            @RequestParam(required = false) @Nullable UUID holdKey,
            StaffAccount desk,
            Model model) {
        model.addAttribute("block", block);
        model.addAttribute("holdKey", holdKey);
        return shown(Attempt.opening(form), desk, model);
    }

    /** Writes down first who is typed in as a new client and was not added yet. */
    @PostMapping("/board/bookings")
    String book(@Valid BookingForm form, NewClient typed, StaffAccount desk, Model model, HttpServletResponse answer) {
        Attempt attempt = new Attempt(form, typed);
        String lacks = attempt.lacks();
        if (lacks != null) {
            return shown(attempt.refused(Refusal.incomplete(lacks)), desk, model);
        }
        BookingForm whole;
        try {
            whole = form.client() == null ? form.of(clients.create(desk, typed).id()) : form;
        } catch (Refused refused) {
            return shown(attempt.refused(Refusal.of(refused), clients.lookalikes(refused)), desk, model);
        }
        try {
            AppointmentView booked = dialog.book(desk, whole);
            return Answers.done(words.booked(desk, booked), model, answer);
        } catch (Refused refused) {
            return shown(Attempt.opening(whole).refused(dialog.refusal(desk, whole, refused)), desk, model);
        }
    }

    /**
     * Keeps the time while the desk looks for the client. That it cannot be kept is said now, with times that could.
     *
     * @param holdKey of this wish, under which it is kept once however often it is asked for; null: it is asked for once
     */
    @PostMapping("/board/holds")
    String hold(
            @Valid BookingForm form,
            @RequestParam(required = false) @Nullable UUID holdKey,
            StaffAccount desk,
            Model model) {
        if (!form.chosen()) {
            model.addAttribute("refusal", Refusal.incomplete("Choose a treatment."));
            model.addAttribute("starts", List.of());
            return "board/hold :: hold";
        }
        try {
            AppointmentView held = dialog.hold(desk, form, holdKey);
            model.addAttribute("hold", held.id());
            model.addAttribute("held", dialog.held(held));
        } catch (Refused refused) {
            model.addAttribute("refusal", Refusal.of(refused));
            List<Instant> starts = dialog.freeStarts(desk, form);
            model.addAttribute("starts", starts);
            if (starts.isEmpty()) {
                dialog.whyNothing(desk, form).ifPresent(why -> model.addAttribute("nothing", why));
            }
            model.addAttribute("clock", dialog.clock(desk, form));
            model.addAttribute("wished", form.start());
        }
        return "board/hold :: hold";
    }

    @DeleteMapping("/board/holds/{id}")
    ResponseEntity<Void> giveBack(@PathVariable UUID id, StaffAccount desk) {
        dialog.giveBack(desk, new AppointmentId(id));
        return ResponseEntity.noContent().build();
    }

    private String shown(Attempt attempt, StaffAccount desk, Model model) {
        model.addAttribute("page", dialog.page(desk, attempt));
        return "board/booking :: booking";
    }
}
