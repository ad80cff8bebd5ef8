package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageKind;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes messages out. An email's template holds the subject, an empty line and the body; an SMS' one version a line. */
@Component
class Texts {
    /** Owed to whoever hears from a sender for the first time (CTIA); the gateway knows the word in every language. */
    private static final Map<String, String> WAY_OUT =
            Map.of("en", " Reply STOP to opt out.", "de", " Abmelden: STOP antworten.");

    private static final int MOST_PARTS = 3;

    private final Templates templates;

    Texts(Templates templates) {
        this.templates = templates;
    }

    /** The language such a text is written in. */
    Locale language(MessageKind kind, String language) {
        return templates.of(kind, Channel.EMAIL, language).locale();
    }

    Outgoing email(MessageKind kind, String language, String address, Facts facts) {
        return email(kind, language, address, new Saying(List.of(new Said(facts, null, null))));
    }

    Outgoing email(MessageKind kind, String language, String address, Saying saying) {
        List<String> lines = template(kind, Channel.EMAIL, language, saying).filledWith(saying);
        return new Outgoing(address, lines.getFirst(), String.join("\n", lines.subList(2, lines.size())) + "\n");
    }

    /**
     * The longest version with the visit's link that fits one SMS, or else two: the clinic's name, as it is written, and
     * the link are worth a second, and a third where the way out is owed to a reader of another script.
     */
    Outgoing sms(MessageKind kind, String language, String address, Facts facts, boolean first) {
        return sms(kind, language, address, new Saying(List.of(new Said(facts, null, null))), first);
    }

    Outgoing sms(MessageKind kind, String language, String address, Saying saying, boolean first) {
        Template template = template(kind, Channel.SMS, language, saying);
        String ending = first ? wayOut(template) : "";
        boolean plain = GsmText.carries(saying.first().location().name());
        List<String> versions = template.filledWith(saying).stream()
                .map(version -> plain ? GsmText.of(version + ending) : GsmText.inUnicode(version + ending))
                .toList();
        Predicate<String> leads = version -> version.contains(saying.first().link());
        boolean anyLeads = versions.stream().anyMatch(leads);
        String body = cheapest(versions.stream().filter(version -> !anyLeads || leads.test(version)))
                .or(() -> cheapest(versions.stream()))
                .orElseGet(() -> Collections.min(versions, Comparator.comparingInt(String::length)));
        return new Outgoing(address, "", body);
    }

    private Template template(MessageKind kind, Channel channel, String language, Saying saying) {
        return saying.ofSeveral() ? templates.ofSeries(kind, channel, language) : templates.of(kind, channel, language);
    }

    /** The longest that takes the fewest SMS. */
    private static Optional<String> cheapest(Stream<String> versions) {
        return versions.filter(version -> GsmText.parts(version) <= MOST_PARTS)
                .min(Comparator.comparingInt(GsmText::parts));
    }

    private static String wayOut(Template template) {
        String inItsLanguage = WAY_OUT.get(template.locale().getLanguage());
        if (inItsLanguage == null) {
            throw new IllegalStateException("there are texts in " + template.locale() + ", but no way out");
        }
        return inItsLanguage;
    }
}
