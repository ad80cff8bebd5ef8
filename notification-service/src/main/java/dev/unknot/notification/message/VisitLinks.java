package dev.unknot.notification.message;

import dev.unknot.common.message.MessageId;
import dev.unknot.notification.visit.Visit;
import dev.unknot.platform.link.SignedLinks;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The address of a visit's page, which opens it without a password. */
@Component
class VisitLinks {
    /** How long after the visit its page can still be opened. */
    private static final Duration AFTERWARDS = Duration.ofDays(30);

    /** How long after the visit its mails can still be unsubscribed from: people tidy up their mailboxes late. */
    private static final Duration UNSUBSCRIBED = Duration.ofDays(365);

    private final SignedLinks links;
    private final String base;

    VisitLinks(ObjectProvider<SignedLinks> links, VisitLinkSettings settings) {
        this.links = links.getIfAvailable(() -> {
            throw new IllegalStateException(
                    "the clients' links need a key: set UNKNOT_LINKS_KEYS (unknot.links.keys) as front-desk has it");
        });
        this.base = settings.baseUrl().toString().replaceAll("/+$", "");
    }

    /**
     * The same each time, as long as the visit does not move and the key is not changed.
     *
     * @param language BCP 47 tag; the page is in English unless it is told
     */
    String to(Visit visit, String language) {
        String token = links.sign(visit.appointmentId().value(), visit.end().plus(AFTERWARDS));
        return base + "/visit/" + token + page(Locale.forLanguageTag(language));
    }

    /** Where the reader of this mail asks for no more of them. */
    String toUnsubscribe(MessageId mail, Visit visit, Locale language) {
        return base + "/unsubscribe/" + links.sign(mail.value(), visit.end().plus(UNSUBSCRIBED)) + page(language);
    }

    /** The mail whose link to get no more of them has this token; empty: none of ours, or long past. */
    Optional<MessageId> mail(String token, Instant now) {
        return links.verify(token, now).map(MessageId::new);
    }

    private static String page(Locale language) {
        return language.getLanguage().equals("de") ? "?lang=de" : "";
    }
}
