package dev.unknot.notification.message;

import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageKind;
import dev.unknot.notification.clinic.Clinic;
import dev.unknot.notification.clinic.Location;
import dev.unknot.notification.consent.OptOuts;
import dev.unknot.notification.contact.Contact;
import dev.unknot.notification.contact.Contacts;
import dev.unknot.notification.policy.MessagePolicies;
import dev.unknot.notification.policy.QuietHours;
import dev.unknot.notification.visit.Visit;
import dev.unknot.notification.visit.Visits;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks once more, right before sending, whether a message is still right, and writes it out. */
@Component
class LastCheck {
    private final Visits visits;
    private final Contacts contacts;
    private final OptOuts optOuts;
    private final Clinic clinic;
    private final MessagePolicies policies;
    private final OnItsWay onItsWay;
    private final Messages messages;
    private final VisitLinks links;
    private final Texts texts;

    LastCheck(
            Visits visits,
            Contacts contacts,
            OptOuts optOuts,
            Clinic clinic,
            MessagePolicies policies,
            OnItsWay onItsWay,
            Messages messages,
            VisitLinks links,
            Texts texts) {
        this.visits = visits;
        this.contacts = contacts;
        this.optOuts = optOuts;
        this.clinic = clinic;
        this.policies = policies;
        this.onItsWay = onItsWay;
        this.messages = messages;
        this.links = links;
        this.texts = texts;
    }

    Verdict of(Message message, Visit visit, Instant now) {
        QuietHours quietHours = policies.of(visit.locationId()).quietHours();
        return Timeliness.objection(message, visit, quietHours, now)
                .or(() -> outOfTurn(message))
                .orElseGet(() -> contacts.find(message.clientId())
                        .map(contact -> of(message, visit, contact))
                        .orElseGet(() -> unknown(message)));
    }

    private Verdict unknown(Message message) {
        return contacts.isErased(message.clientId()) ? new Verdict.Drop(DropReason.ERASED) : new Verdict.Wait();
    }

    /** A visit nobody heard of is not cancelled aloud; only the end of a call under way tells whether somebody did. */
    private Optional<Verdict> outOfTurn(Message message) {
        OnItsWay.Others others = onItsWay.besides(message);
        if (message.kind() == MessageKind.CANCELLATION && !others.heard() && !others.anyChannel()) {
            return Optional.of(new Verdict.Drop(DropReason.CANCELLED));
        }
        boolean wait = others.sameChannel() || message.kind() == MessageKind.CANCELLATION && !others.heard();
        return wait ? Optional.of(new Verdict.Wait()) : Optional.empty();
    }

    private Verdict of(Message message, Visit visit, Contact contact) {
        String address = contact.address(message.channel());
        if (address == null) {
            return unreachable(message, contact, DropReason.NO_ADDRESS);
        }
        if (optOuts.covers(message.clientId(), message.channel(), address)) {
            return unreachable(message, contact, DropReason.OPTED_OUT);
        }
        return facts(message, visit, contact)
                .<Verdict>map(facts -> new Verdict.Send(write(message, contact, address, facts)))
                .orElseGet(Verdict.Wait::new);
    }

    /** News is on the other channel anyway; a reminder goes there instead. */
    private static Verdict unreachable(Message message, Contact contact, DropReason reason) {
        Channel other = switch (message.channel()) {
            case EMAIL -> Channel.SMS;
            case SMS -> Channel.EMAIL;
        };
        return message.kind().reminds() && contact.address(other) != null
                ? new Verdict.Elsewhere(reason, other)
                : new Verdict.Drop(reason);
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
                visit.start().atZone(visit.zone()),
                visit.status() == AppointmentStatus.CONFIRMED,
                links.to(visit, contact.language())));
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
