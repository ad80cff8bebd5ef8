package dev.unknot.frontdesk.visit.web;

import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.visit.ClientVisits;
import dev.unknot.frontdesk.visit.Stage;
import dev.unknot.frontdesk.visit.Visit;
import dev.unknot.frontdesk.visit.VisitForms;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/visit/{token}")
class ClientVisitController {

    private static final String VISIT = "visit/visit";
    private static final String CANCELLATION = "visit/cancellation";

    private final VisitAnswers answers;
    private final ClientVisits visits;
    private final VisitForms forms;
    private final Clock clock;

    ClientVisitController(VisitAnswers answers, ClientVisits visits, VisitForms forms, Clock clock) {
        this.answers = answers;
        this.visits = visits;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    Object see(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String done,
            Locale language,
            HttpServletRequest request) {
        return answers.answer(token, request, visit -> {
            ModelAndView page = answers.page(VISIT, token, visit, language);
            return agrees(done, visit) ? page.addObject("done", done) : page;
        });
    }

    /** Whether the visit still is as it was left by what was done; a page that is read again may find another. */
    private boolean agrees(String done, Visit visit) {
        Stage stage = visit.stage(clock.instant());
        return switch (done) {
            case "confirmed" -> stage == Stage.CONFIRMED && !visit.unsettled(clock.instant());
            case "moved" -> stage.open();
            case "cancelled" -> stage == Stage.CANCELLED;
            default -> false;
        };
    }

    @PostMapping("/confirmation")
    Object confirm(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String form,
            Locale language,
            HttpServletRequest request) {
        return answers.answer(token, request, visit -> {
            var page = new Attempt(token, form, VISIT, Stage.CONFIRMED, "confirmed", language);
            return change(
                    visit, page, version -> visits.confirm(visit.appointment().id(), version));
        });
    }

    @GetMapping("/cancellation")
    Object ask(@PathVariable String token, Locale language, HttpServletRequest request) {
        return answers.answer(token, request, visit -> {
            return visit.stage(clock.instant()).open()
                    ? question(token, visit, language)
                    : answers.page(VISIT, token, visit, language);
        });
    }

    private ModelAndView question(String token, Visit visit, Locale language) {
        long missed = visits.missedNotice(visit, clock.instant()).toMinutes();
        ModelAndView page = answers.page(CANCELLATION, token, visit, language);
        return missed == 0
                ? page
                : page.addObject("lateUnit", missed % 60 == 0 ? "hours" : "minutes")
                        .addObject("late", missed % 60 == 0 ? missed / 60 : missed);
    }

    /** @param warned whether the question said that the visit would be cancelled late; who read it earlier is asked again */
    @PostMapping("/cancellation")
    Object cancel(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "false") boolean warned,
            Locale language,
            HttpServletRequest request) {
        return answers.answer(token, request, visit -> {
            if (!warned && forms.open(form, token).isPresent() && isLate(visit)) {
                return answers.refused(question(token, visit, language), "late-by-now", 409, language);
            }
            var page = new Attempt(token, form, VISIT, Stage.CANCELLED, "cancelled", language);
            return change(
                    visit, page, version -> visits.cancel(visit.appointment().id(), version));
        });
    }

    private boolean isLate(Visit visit) {
        Instant now = clock.instant();
        return visit.stage(now).open() && visits.missedNotice(visit, now).isPositive();
    }

    /** @param wanted where the visit stands once it is done; a second click finds it so, and is not refused */
    private record Attempt(String token, String form, String view, Stage wanted, String done, Locale language) {}

    private Object change(Visit visit, Attempt attempt, LongConsumer change) {
        if (visit.stage(clock.instant()) == attempt.wanted()) {
            return answers.done(attempt.token(), attempt.done());
        }
        var version = forms.open(attempt.form(), attempt.token());
        if (version.isEmpty()) {
            return refused(visit, attempt, "form-too-old", 403);
        }
        try {
            change.accept(version.get());
            return answers.done(attempt.token(), attempt.done());
        } catch (Refused refused) {
            Visit now = visits.find(visit.appointment().id());
            return now.stage(clock.instant()) == attempt.wanted()
                    ? answers.done(attempt.token(), attempt.done())
                    : refused(now, attempt, refused.code(), refused.status());
        }
    }

    private Object refused(Visit visit, Attempt attempt, String code, int status) {
        ModelAndView page = answers.page(attempt.view(), attempt.token(), visit, attempt.language());
        return answers.refused(page, code, status, attempt.language());
    }
}
