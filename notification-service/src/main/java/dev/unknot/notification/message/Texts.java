package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes messages out. An email's template holds the subject, an empty line and the body; an SMS' one version a line. */
@Component
class Texts {
    /** Owed to whoever hears from a sender for the first time (CTIA); the gateway knows the word in every language. */
    private static final String WAY_OUT = " Reply STOP to opt out.";

    private final Templates templates;

    Texts(Templates templates) {
        this.templates = templates;
    }

    Outgoing email(MessageKind kind, String language, String address, Facts facts) {
        List<String> lines = templates.of(kind, Channel.EMAIL, language).filledWith(facts);
        return new Outgoing(address, lines.getFirst(), String.join("\n", lines.subList(2, lines.size())) + "\n");
    }

    /** The longest version that fits one SMS, or else the shortest. */
    Outgoing sms(MessageKind kind, String language, String address, Facts facts, boolean first) {
        List<String> versions = templates.of(kind, Channel.SMS, language).filledWith(facts).stream()
                .map(version -> GsmText.of(first ? version + WAY_OUT : version))
                .toList();
        String body = versions.stream().filter(GsmText::fitsOneSms).findFirst().orElseGet(versions::getLast);
        return new Outgoing(address, "", body);
    }
}
