package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageKind;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes messages out. An email's template holds the subject, an empty line and the body; an SMS' one version a line. */
@Component
class Texts {
    /** Owed to whoever hears from a sender for the first time (CTIA); the gateway knows the word in every language. */
    private static final Map<String, String> WAY_OUT =
            Map.of("en", " Reply STOP to opt out.", "de", " Abmelden: STOP antworten.");

    private final Templates templates;

    Texts(Templates templates) {
        this.templates = templates;
    }

    Outgoing email(MessageKind kind, String language, String address, Facts facts) {
        return email(kind, language, address, new Saying(List.of(new Said(facts, null, null))));
    }

    Outgoing email(MessageKind kind, String language, String address, Saying saying) {
        List<String> lines = template(kind, Channel.EMAIL, language, saying).filledWith(saying);
        return new Outgoing(address, lines.getFirst(), String.join("\n", lines.subList(2, lines.size())) + "\n");
    }

    /** The longest version that fits one SMS, or else the shortest. */
    Outgoing sms(MessageKind kind, String language, String address, Facts facts, boolean first) {
        return sms(kind, language, address, new Saying(List.of(new Said(facts, null, null))), first);
    }

    Outgoing sms(MessageKind kind, String language, String address, Saying saying, boolean first) {
        Template template = template(kind, Channel.SMS, language, saying);
        String ending = first ? wayOut(template) : "";
        List<String> versions = template.filledWith(saying).stream()
                .map(version -> GsmText.of(version + ending))
                .toList();
        String body = versions.stream().filter(GsmText::fitsOneSms).findFirst().orElseGet(versions::getLast);
        return new Outgoing(address, "", body);
    }

    private Template template(MessageKind kind, Channel channel, String language, Saying saying) {
        return saying.ofSeveral() ? templates.ofSeries(kind, channel, language) : templates.of(kind, channel, language);
    }

    private static String wayOut(Template template) {
        String inItsLanguage = WAY_OUT.get(template.locale().getLanguage());
        if (inItsLanguage == null) {
            throw new IllegalStateException("there are texts in " + template.locale() + ", but no way out");
        }
        return inItsLanguage;
    }
}
