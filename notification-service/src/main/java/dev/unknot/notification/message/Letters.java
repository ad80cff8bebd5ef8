package dev.unknot.notification.message;

import dev.unknot.common.calendar.CalendarEntry;
import dev.unknot.common.calendar.CalendarFile;
import dev.unknot.common.message.MessageKind;
import dev.unknot.notification.clinic.Location;
import dev.unknot.notification.delivery.Letter;
import dev.unknot.notification.visit.Visit;
import dev.unknot.notification.visit.Visits;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes a mail of a text: its HTML, the visit for the reader's calendar, who answers to it, and how to get no more. */
@Component
class Letters {
    /** What only mails say, by language. */
    private record Words(String calendarTitle, String calendarText, String wayOut) {}

    private static final Map<String, Words> WORDS = Map.of(
            "en",
            new Words(
                    "%s at %s",
                    "With %s. To move or cancel your visit: %s Questions: %s",
                    "You get this mail because you have an appointment with us. No more of these:"),
            "de",
            new Words(
                    "%s, %s",
                    "Bei %s. Verschieben oder absagen: %s Fragen: %s",
                    "Sie bekommen diese Mail, weil Sie einen Termin bei uns haben. Keine mehr davon:"));

    private final VisitLinks links;
    private final Visits visits;
    private final Clock clock;

    Letters(VisitLinks links, Visits visits, Clock clock) {
        this.links = links;
        this.visits = visits;
        this.clock = clock;
    }

    /** @param language of {@code text} */
    Outgoing of(Message message, Visit visit, Saying saying, Locale language, Outgoing text) {
        Facts facts = saying.first();
        Words words = WORDS.get(language.getLanguage());
        if (words == null) {
            throw new IllegalStateException("there are mails in " + language + ", but no way out");
        }
        String wayOut = links.toUnsubscribe(message.id(), visit, language);
        String body = text.body() + "\n" + words.wayOut() + "\n" + wayOut + "\n";
        Letter letter = new Letter(
                facts.location().name(),
                facts.location().email(),
                HtmlMail.of(language, text.subject(), body),
                // Several visits are several files, which no mail program takes in at once.
                saying.ofSeveral() ? null : calendar(message, visit, facts, language, words),
                URI.create(wayOut));
        return new Outgoing(text.address(), text.subject(), body, letter);
    }

    private String calendar(Message message, Visit visit, Facts facts, Locale language, Words words) {
        Location location = facts.location();
        return CalendarFile.of(new CalendarEntry(
                visit.appointmentId(),
                visits.version(visit.appointmentId()),
                message.kind() == MessageKind.CANCELLATION,
                words.calendarTitle().formatted(facts.treatment().in(language), location.name()),
                words.calendarText().formatted(facts.therapist(), facts.link(), location.phone()),
                location.name() + ", " + location.street() + ", " + location.town(),
                visit.start(),
                visit.end(),
                visit.zone(),
                URI.create(facts.link()),
                clock.instant()));
    }
}
