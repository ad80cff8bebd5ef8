package dev.unknot.frontdesk.visit.web;

import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.visit.ClientVisits;
import dev.unknot.frontdesk.visit.Visit;
import dev.unknot.frontdesk.visit.VisitForms;
import dev.unknot.frontdesk.visit.VisitTimes;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/visit/{token}/move")
class ClientMoveController {

    private final VisitAnswers answers;
    private final ClientVisits visits;
    private final VisitTimes times;
    private final VisitForms forms;
    private final Clock clock;

    ClientMoveController(VisitAnswers answers, ClientVisits visits, VisitTimes times, VisitForms forms, Clock clock) {
        this.answers = answers;
        this.visits = visits;
        this.times = times;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    Object offer(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String from,
            Locale language,
            HttpServletRequest request) {
        return answers.answer(token, request, visit -> offer(token, visit, from, language));
    }

    @PostMapping
    Object move(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String from,
            Locale language,
            HttpServletRequest request) {
        return answers.answer(token, request, visit -> {
            Optional<Chosen> chosen = Chosen.read(time);
            Optional<Long> version = forms.open(form, token);
            if (chosen.isEmpty() || version.isEmpty()) {
                String code = version.isEmpty() ? "form-too-old" : "no-time-chosen";
                return answers.refused(
                        offer(token, visit, from, language), code, version.isEmpty() ? 403 : 422, language);
            }
            return move(token, visit, chosen.get(), version.get(), from, language);
        });
    }

    private Object move(String token, Visit visit, Chosen chosen, long version, String from, Locale language) {
        try {
            visits.move(visit.appointment().id(), version, chosen.start(), chosen.therapist());
            return answers.done(token, "moved");
        } catch (Refused refused) {
            Visit now = visits.find(visit.appointment().id());
            // A second click finds the visit where the first has put it.
            return chosen.isWhere(now)
                    ? answers.done(token, "moved")
                    : answers.refused(offer(token, now, from, language), refused.code(), refused.status(), language);
        }
    }

    /** The times as they are now; a visit that can no longer be moved is shown as it stands. */
    private ModelAndView offer(String token, Visit visit, String from, Locale language) {
        if (!visit.stage(clock.instant()).open()) {
            return answers.page("visit/visit", token, visit, language);
        }
        return answers.page("visit/move", token, visit, language)
                .addObject("week", WeekPage.of(times.find(visit, date(from)), visit, language));
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException nonsense) {
            return null;
        }
    }
}
