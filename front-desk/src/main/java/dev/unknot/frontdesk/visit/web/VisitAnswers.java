package dev.unknot.frontdesk.visit.web;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.visit.ClientVisits;
import dev.unknot.frontdesk.visit.DeadLink;
import dev.unknot.frontdesk.visit.Visit;
import dev.unknot.frontdesk.visit.VisitForms;
import dev.unknot.frontdesk.visit.VisitLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What the pages of a visit have in common: the link is opened, the visit put into words, a refusal told calmly. */
@Component
class VisitAnswers {

    private static final Logger log = LoggerFactory.getLogger(VisitAnswers.class);

    private final VisitLinks links;
    private final ClientVisits visits;
    private final VisitForms forms;
    private final MessageSource words;
    private final Clock clock;

    VisitAnswers(VisitLinks links, ClientVisits visits, VisitForms forms, MessageSource words, Clock clock) {
        this.links = links;
        this.visits = visits;
        this.forms = forms;
        this.words = words;
        this.clock = clock;
    }

    /** The answer about the visit that the link opens, or the page of a link that opens nothing. */
    Object answer(String token, HttpServletRequest request, Function<Visit, Object> page) {
        return opened(() -> {
            AppointmentId id = links.open(token, InetAddress.ofLiteral(request.getRemoteAddr()));
            Visit visit = visits.find(id);
            var stage = visit.stage(clock.instant());
            return page.apply(visit);
        });
    }

    /** The page, or the one of a link that opens nothing. */
    Object opened(Supplier<Object> page) {
        try {
            return page.get();
        } catch (DeadLink dead) {
            return closed(dead.status(), dead.status() == 429 ? "many" : "dead");
        } catch (Refused refused) {
            // Whatever a read is refused for is not the client's doing.
            log.warn("a visit cannot be shown: {} {}", refused.status(), refused.code());
            return closed(503, "away");
        }
    }

    /** The visit in words, with a fresh seal for the page's forms. */
    ModelAndView page(String view, String token, Visit visit, Locale language) {
        return new ModelAndView(view)
                .addObject("token", token)
                .addObject("visit", VisitPage.of(visit, language, clock.instant()))
                .addObject("form", forms.seal(token, visit.appointment().version()));
    }

    /** Puts in front of a page why nothing was done. */
    ModelAndView refused(ModelAndView page, String code, int status, Locale language) {
        String other = words.getMessage("visit.refusal.other", null, language);
        page.setStatus(HttpStatus.valueOf(status));
        return page.addObject("refusal", words.getMessage("visit.refusal." + code, null, other, language));
    }

    /** To the visit's page, so that reading it again does nothing again. */
    ModelAndView done(String token, String what) {
        RedirectView visit = new RedirectView("/visit/" + token + "?done=" + what, true);
        visit.setStatusCode(HttpStatus.SEE_OTHER);
        visit.setExposeModelAttributes(false);
        return new ModelAndView(visit);
    }

    private ModelAndView closed(int status, String why) {
        var page = new ModelAndView("visit/closed")
                .addObject("why", why)
                .addObject("contact", links.contact().orElse(null));
        page.setStatus(HttpStatus.valueOf(status));
        return page;
    }
}
