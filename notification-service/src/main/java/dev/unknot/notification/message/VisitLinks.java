package dev.unknot.notification.message;

import dev.unknot.notification.visit.Visit;
import dev.unknot.platform.link.SignedLinks;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The address of a visit's page, which opens it without a password. */
@Component
class VisitLinks {
    /** How long after the visit its page can still be opened. */
    private static final Duration AFTERWARDS = Duration.ofDays(30);

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
        boolean german = Locale.forLanguageTag(language).getLanguage().equals("de");
        return base + "/visit/" + token + (german ? "?lang=de" : "");
    }
}
