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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Makes a mail of a text: its HTML, the visit for the reader's calendar, who answers to it, and how to get no more. */
@Component
class Letters {
    /** What only mails say, by language. */
    private record Words(String calendarTitle, String calendarText, String cancelledText, String wayOut) {}

    private static final Map<String, Words> WORDS = Map.of(
            "en",
            new Words(
                    "%s at %s",
                    "With %s. To move or cancel your visit: %s Questions: %s",
                    "This visit is cancelled. Questions: %s",
                    "You get this mail because of an appointment with us. No more of these:"),
            "de",
            new Words(
                    "%s, %s",
                    "Bei %s. Verschieben oder absagen: %s Fragen: %s",
                    "Dieser Termin ist abgesagt. Fragen: %s",
                    "Sie bekommen diese Mail wegen eines Termins bei uns. Keine mehr davon:"));

    private final VisitLinks links;
    private final Visits visits;
    private final Clock clock;

    Letters(VisitLinks links, Visits visits, Clock clock) {
        this.links = links;
        this.visits = visits;
        this.clock = clock;
    }

    /**
     * @param spokenOf the visits of {@code saying}, in the same order
     * @param language of {@code text}
     */
    Outgoing of(Message message, List<Visit> spokenOf, Saying saying, Locale language, Outgoing text) {
        Facts facts = saying.first();
        Words words = WORDS.get(language.getLanguage());
        if (words == null) {
            throw new IllegalStateException("there are mails in " + language + ", but no way out");
        }
        String wayOut = links.toUnsubscribe(message.id(), spokenOf.getLast(), language);
        String body = text.body() + "\n" + words.wayOut() + "\n" + wayOut + "\n";
        Letter letter = new Letter(
                facts.location().name(),
                facts.location().email(),
                HtmlMail.of(language, text.subject(), body),
                calendar(message, spokenOf, saying, language, words),
                URI.create(wayOut));
        return new Outgoing(text.address(), text.subject(), body, letter);
    }

    private String calendar(Message message, List<Visit> spokenOf, Saying saying, Locale language, Words words) {
        return CalendarFile.of(IntStream.range(0, spokenOf.size())
                .mapToObj(i ->
                        entry(message, spokenOf.get(i), saying.visits().get(i).facts(), language, words))
                .toList());
    }

    private CalendarEntry entry(Message message, Visit visit, Facts facts, Locale language, Words words) {
        Location location = facts.location();
        boolean cancelled = message.kind() == MessageKind.CANCELLATION;
        return new CalendarEntry(
                visit.appointmentId(),
                visits.version(visit.appointmentId()),
                cancelled,
                words.calendarTitle().formatted(facts.treatment().in(language), location.name()),
                cancelled
                        ? words.cancelledText().formatted(location.phone())
                        : words.calendarText().formatted(facts.therapist(), facts.link(), location.phone()),
                location.name() + ", " + location.street() + ", " + location.town(),
                visit.start(),
                visit.end(),
                visit.zone(),
                URI.create(facts.link()),
                clock.instant());
    }
}
