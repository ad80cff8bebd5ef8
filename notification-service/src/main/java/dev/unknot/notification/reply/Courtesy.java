package dev.unknot.notification.reply;

import dev.unknot.notification.clinic.Clinic;
import dev.unknot.notification.clinic.Location;
import dev.unknot.notification.message.SentText;
import dev.unknot.notification.visit.Visit;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is said back to a client; it names no one, for a number may be shared. */
@Component
class Courtesy {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM 'at' HH:mm", Locale.ENGLISH);

    private final Clinic clinic;

    Courtesy(Clinic clinic) {
        this.clinic = clinic;
    }

    String toConfirm(Reply reply) {
        Optional<SentText> ahead = reply.aboutWhatLiesAhead();
        if (ahead.isEmpty() || !ahead.get().visit().ahead()) {
            return "There is no visit to confirm. " + whomToCall(reply);
        }
        if (!ahead.get().stands()) {
            return "Your visit has changed since we last wrote, so this does not confirm it. " + whomToCall(reply);
        }
        Visit visit = ahead.get().visit();
        return "Thank you, see you on " + MOMENT.format(visit.start().atZone(visit.zone()))
                + location(reply).map(location -> " at " + location.name()).orElse("") + ".";
    }

    String toWhatAPersonHasToRead(Reply reply) {
        return "Thank you, we passed your message on. "
                + location(reply)
                        .map(location -> "If it is urgent, please call " + location.name() + ": " + location.phone())
                        .orElse("If it is urgent, please call your clinic.");
    }

    private String whomToCall(Reply reply) {
        return location(reply)
                .map(location -> "Questions? Please call " + location.name() + ": " + location.phone())
                .orElse("Questions? Please call your clinic.");
    }

    private Optional<Location> location(Reply reply) {
        return Optional.ofNullable(reply.location()).flatMap(clinic::location);
    }
}
