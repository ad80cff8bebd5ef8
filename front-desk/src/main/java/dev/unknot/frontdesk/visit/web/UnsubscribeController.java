package dev.unknot.frontdesk.visit.web;

import dev.unknot.common.message.MessageId;
import dev.unknot.frontdesk.clinic.Messages;
import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.visit.DeadLink;
import dev.unknot.frontdesk.visit.VisitLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The link in a mail by which its reader gets no more of them. Reading the page changes nothing, as programs follow links;
 * one POST, of the page's button or of a mail program (RFC 8058), does it, and again does no harm.
 */
@Controller
@RequestMapping("/unsubscribe/{token}")
class UnsubscribeController {

    private final VisitAnswers answers;
    private final VisitLinks links;
    private final Messages messages;

    UnsubscribeController(VisitAnswers answers, VisitLinks links, Messages messages) {
        this.answers = answers;
        this.links = links;
        this.messages = messages;
    }

    @GetMapping
    Object ask(@PathVariable String token, HttpServletRequest request) {
        return answers.opened(() -> {
            var mail = mail(token, request);
            return page(token, false);
        });
    }

    @PostMapping
    Object unsubscribe(@PathVariable String token, HttpServletRequest request) {
        return answers.opened(() -> {
            var mail = mail(token, request);
            stop(token);
            return page(token, true);
        });
    }

    private void stop(String token) {
        try {
            messages.unsubscribe(token);
        } catch (Refused refused) {
            // For good: a program that is told to come back would never stop.
            throw refused.isNotFound() ? DeadLink.gone() : refused;
        }
    }

    private MessageId mail(String token, HttpServletRequest request) {
        return links.openMail(token, InetAddress.ofLiteral(request.getRemoteAddr()));
    }

    private static ModelAndView page(String token, boolean done) {
        return new ModelAndView("visit/unsubscribe").addObject("token", token).addObject("done", done);
    }
}
