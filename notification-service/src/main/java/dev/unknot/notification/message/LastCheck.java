package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import dev.unknot.notification.clinic.Clinic;
import dev.unknot.notification.clinic.Location;
import dev.unknot.notification.consent.OptOuts;
import dev.unknot.notification.contact.Contact;
import dev.unknot.notification.contact.Contacts;
import dev.unknot.notification.visit.Visit;
import dev.unknot.notification.visit.Visits;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks once more, right before sending, whether a message is still right, and writes it out. */
@Component
class LastCheck {
    private final Visits visits;
    private final Contacts contacts;
    private final OptOuts optOuts;
    private final Clinic clinic;
    private final Messages messages;
    private final Texts texts;

    LastCheck(Visits visits, Contacts contacts, OptOuts optOuts, Clinic clinic, Messages messages, Texts texts) {
        this.visits = visits;
        this.contacts = contacts;
        this.optOuts = optOuts;
        this.clinic = clinic;
        this.messages = messages;
        this.texts = texts;
    }

    Verdict of(Message message, Visit visit, Instant now) {
        if (!visit.ahead()) {
            return new Verdict.Drop(DropReason.CANCELLED);
        }
        if (message.revision() < visit.revision()) {
            return new Verdict.Drop(DropReason.SUPERSEDED);
        }
        if (!now.isBefore(message.expires())) {
            return new Verdict.Drop(DropReason.EXPIRED);
        }
        return contacts.find(message.clientId())
                .map(contact -> of(message, visit, contact))
                .orElseGet(Verdict.Wait::new);
    }

    private Verdict of(Message message, Visit visit, Contact contact) {
        @Nullable
        String address = switch (message.channel()) {
            case EMAIL -> contact.email();
            case SMS -> contact.phone();
        };
        if (address == null) {
            return new Verdict.Drop(DropReason.NO_ADDRESS);
        }
        if (optOuts.covers(message.channel(), address)) {
            return new Verdict.Drop(DropReason.OPTED_OUT);
        }
        return facts(message, visit, contact)
                .<Verdict>map(facts -> new Verdict.Send(write(message, contact, address, facts)))
                .orElseGet(Verdict.Wait::new);
    }

    private Optional<Facts> facts(Message message, Visit visit, Contact contact) {
        Optional<Location> location = clinic.location(visit.locationId());
        Optional<String> treatment = clinic.treatmentName(visit.treatmentId());
        Optional<String> therapist =
                visits.therapist(visit.appointmentId(), message.clientId()).flatMap(clinic::therapistName);
        if (location.isEmpty() || treatment.isEmpty() || therapist.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Facts(
                contact.name(),
                location.get(),
                treatment.get(),
                visit.minutes(),
                therapist.get(),
                visit.start().atZone(visit.zone())));
    }

    private Outgoing write(Message message, Contact contact, String address, Facts facts) {
        return switch (message.channel()) {
            case EMAIL -> texts.email(message.kind(), contact.language(), address, facts);
            case SMS -> {
                boolean first = !messages.anySent(message.clientId(), Channel.SMS);
                yield texts.sms(message.kind(), contact.language(), address, facts, first);
            }
        };
    }
}
