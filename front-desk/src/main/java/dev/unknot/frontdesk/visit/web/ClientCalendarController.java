package dev.unknot.frontdesk.visit.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.frontdesk.visit.PublicAddress;
import dev.unknot.frontdesk.visit.Visit;
import dev.unknot.frontdesk.visit.VisitCalendar;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class ClientCalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", UTF_8);

    private final VisitAnswers answers;
    private final VisitCalendar calendar;
    private final PublicAddress address;
    private final MessageSource words;

    ClientCalendarController(VisitAnswers answers, VisitCalendar calendar, PublicAddress address, MessageSource words) {
        this.answers = answers;
        this.calendar = calendar;
        this.address = address;
        this.words = words;
    }

    @GetMapping("/visit/{token}/calendar.ics")
    Object calendar(@PathVariable String token, Locale language, HttpServletRequest request) {
        return answers.answer(token, request, visit -> file(visit, address.visit(token), language));
    }

    private ResponseEntity<byte[]> file(Visit visit, URI link, Locale language) {
        String title = words.getMessage(
                "visit.calendar.title",
                new Object[] {visit.treatment().in(language), visit.clinic().name()},
                language);
        boolean cancelled = visit.appointment().status() == AppointmentStatus.CANCELLED;
        String description = words.getMessage(
                cancelled ? "visit.calendar.description.cancelled" : "visit.calendar.description",
                new Object[] {visit.therapist(), visit.clinic().phone(), link},
                language);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("visit.ics")
                                .build()
                                .toString())
                .body(calendar.file(visit, title, description, link).getBytes(UTF_8));
    }
}
