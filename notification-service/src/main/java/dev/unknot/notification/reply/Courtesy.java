package dev.unknot.notification.reply;

import dev.unknot.common.time.TimeWords;
import dev.unknot.notification.clinic.Clinic;
import dev.unknot.notification.clinic.Location;
import dev.unknot.notification.contact.Contact;
import dev.unknot.notification.contact.Contacts;
import dev.unknot.notification.message.SentText;
import dev.unknot.notification.visit.Visit;
import java.text.MessageFormat;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/** What is said back to a client, in their language; it names no one, for a number may be shared. */
@Component
class Courtesy {
    private static final ResourceBundle.Control ENGLISH_IF_NOT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Clinic clinic;
    private final Contacts contacts;
    private final ReplySettings settings;

    Courtesy(Clinic clinic, Contacts contacts, ReplySettings settings) {
        this.clinic = clinic;
        this.contacts = contacts;
        this.settings = settings;
    }

    /** The clinic's own words, if it has some in their language. */
    String toHelp(Reply reply) {
        return settings.help().getOrDefault(language(reply).getLanguage(), say(reply, "help"));
    }

    /** @param next the question a next yes would answer */
    String toConfirm(Reply reply, Optional<SentText> next) {
        Optional<SentText> ahead = reply.aboutWhatLiesAhead();
        if (ahead.isEmpty() || !ahead.get().visit().ahead()) {
            return say(reply, "nothing-to-confirm") + " " + say(reply, "questions", whomToCall(reply));
        }
        Visit visit = ahead.get().visit();
        if (!ahead.get().stands()) {
            return visit.uncovered()
                    ? unsettled(reply, visit)
                    : say(reply, "visit-has-changed", moment(reply, visit)) + " "
                            + say(reply, "questions", whomToCall(reply));
        }
        String seeYou = visit.uncovered()
                ? say(reply, "thank-you") + " " + unsettled(reply, visit)
                : say(reply, "see-you", moment(reply, visit));
        return next.map(other -> seeYou + " " + say(reply, "next-question", moment(reply, other.visit())))
                .orElse(seeYou);
    }

    String toWhatAPersonHasToRead(Reply reply) {
        return say(reply, "passed-on", whomToCall(reply));
    }

    /** Once, to who asked in words of their own, so that they know it was understood. */
    String toStop(Reply reply) {
        String stopped = say(reply, "stopped");
        return reply.visitAhead()
                .map(visit -> stopped + " "
                        + (visit.uncovered()
                                ? unsettled(reply, visit)
                                : say(reply, "visit-stands", moment(reply, visit), whomToCall(reply))))
                .orElse(stopped);
    }

    /** Nothing is promised that the clinic may not be able to keep. */
    private String unsettled(Reply reply, Visit visit) {
        return say(reply, "visit-unsettled", moment(reply, visit)) + " " + say(reply, "questions", whomToCall(reply));
    }

    private String whomToCall(Reply reply) {
        return Optional.ofNullable(reply.location())
                .flatMap(clinic::location)
                .map(Courtesy::nameAndNumber)
                .orElseGet(() -> say(reply, "your-clinic"));
    }

    private static String nameAndNumber(Location location) {
        return location.name() + ", " + location.phone();
    }

    private String moment(Reply reply, Visit visit) {
        String country =
                clinic.location(visit.locationId()).map(Location::country).orElse(null);
        TimeWords words = TimeWords.of(language(reply), country);
        ZonedDateTime start = visit.start().atZone(visit.zone());
        // An SMS has no narrow space; one would make the whole text dearer.
        return say(reply, "moment", words.shortDay(start), words.time(start)).replace('\u202f', ' ');
    }

    /** Not the bundle's locale: that of the English one is no language at all. */
    private Locale language(Reply reply) {
        return Locale.forLanguageTag(texts(reply).getString("language"));
    }

    private String say(Reply reply, String what, Object... facts) {
        return new MessageFormat(texts(reply).getString(what), Locale.ROOT).format(facts);
    }

    private ResourceBundle texts(Reply reply) {
        String language = Optional.ofNullable(reply.clientId())
                .flatMap(contacts::find)
                .map(Contact::language)
                .orElse("en");
        return ResourceBundle.getBundle("texts.reply", Locale.forLanguageTag(language), ENGLISH_IF_NOT);
    }
}
