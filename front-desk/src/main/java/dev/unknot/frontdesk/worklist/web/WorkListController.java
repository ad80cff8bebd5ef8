package dev.unknot.frontdesk.worklist.web;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.UnreachedId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.board.WallTime;
import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.page.Browser;
import dev.unknot.frontdesk.worklist.CallList;
import dev.unknot.frontdesk.worklist.WorkItem;
import dev.unknot.frontdesk.worklist.WorkList;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class WorkListController {

    private static final String OPTIONS = "worklist/item :: options";

    private final WorkList work;
    private final CallList calls;

    WorkListController(WorkList work, CallList calls) {
        this.work = work;
        this.calls = calls;
    }

    @GetMapping("/worklist")
    String list(
            @RequestParam(required = false) @Nullable UUID location,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "calls", required = false) @Nullable String from,
            StaffAccount account,
            Model model) {
        @Nullable LocationId place = location == null ? null : new LocationId(location);
        model.addAttribute("work", work.find(account, place, cursor));
        model.addAttribute("calls", calls.find(account, place, from));
        return "worklist/worklist";
    }

    /** Somebody has called the client. */
    @PostMapping("/worklist/calls/{id}/handling")
    String called(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable UUID location,
            @RequestParam(name = "calls", required = false) @Nullable String from,
            StaffAccount account,
            HttpServletRequest request,
            HttpServletResponse answer,
            Model model) {
        answer.setHeader("HX-Trigger", "waiting-changed");
        @Nullable LocationId place = location == null ? null : new LocationId(location);
        try {
            calls.called(account, new UnreachedId(id), version);
        } catch (Refused refused) {
            model.addAttribute(
                    "refusal",
                    refused.is("version-mismatch") ? "Somebody has dealt with it already." : refused.sentence());
        }
        model.addAttribute("work", work.find(account, place, null));
        model.addAttribute("calls", calls.find(account, place, from));
        return Browser.wantsPart(request) ? "worklist/calls :: calls" : "worklist/worklist";
    }

    /** The number beside the menu's entry. */
    @GetMapping("/worklist/waiting")
    String waiting(StaffAccount account, Model model) {
        model.addAttribute("waiting", work.waiting(account));
        return "page/waiting :: waiting";
    }

    /** As it is now, if somebody has changed it since {@code version} was shown. */
    @GetMapping("/worklist/{id}/change")
    @Nullable
    String change(
            @PathVariable UUID id,
            @RequestParam long version,
            StaffAccount account,
            HttpServletResponse answer,
            Model model) {
        if (!work.isChanged(account, new AppointmentId(id), version)) {
            answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        options(id, account, model);
        return "worklist/item :: whole";
    }

    @GetMapping("/worklist/{id}/alternatives")
    String alternatives(@PathVariable UUID id, StaffAccount account, Model model) {
        options(id, account, model);
        return OPTIONS;
    }

    @PostMapping("/worklist/{id}/move")
    String move(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam Instant start,
            @RequestParam UUID therapist,
            @RequestParam UUID location,
            StaffAccount account,
            HttpServletResponse answer,
            Model model) {
        answer.setHeader("HX-Trigger", "waiting-changed");
        try {
            AppointmentView moved = work.move(
                    account,
                    new AppointmentId(id),
                    version,
                    start,
                    new TherapistId(therapist),
                    new LocationId(location));
            model.addAttribute("item", work.item(account, moved));
            model.addAttribute("moved", new WallTime(moved.zone()).moment(moved.start()));
        } catch (Refused refused) {
            // All of them, so that the next try does not meet the next one.
            model.addAttribute("refusal", String.join(" ", refused.sentences()));
            options(id, account, model);
        }
        return "worklist/item :: whole";
    }

    private void options(UUID id, StaffAccount account, Model model) {
        WorkItem item = work.item(account, new AppointmentId(id));
        model.addAttribute("item", item);
        model.addAttribute("options", !item.uncovered() ? null : work.alternatives(account, item.appointment()));
    }
}
