package dev.unknot.notification.message;

import static java.util.Objects.requireNonNull;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageKind;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TranslatedName;
import dev.unknot.notification.clinic.Clinic;
import dev.unknot.notification.clinic.Location;
import dev.unknot.notification.consent.OptOuts;
import dev.unknot.notification.contact.Contact;
import dev.unknot.notification.contact.Contacts;
import dev.unknot.notification.contact.DeadAddresses;
import dev.unknot.notification.policy.MessagePolicies;
import dev.unknot.notification.policy.QuietHours;
import dev.unknot.notification.visit.Terms;
import dev.unknot.notification.visit.Visit;
import dev.unknot.notification.visit.Visits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks once more, right before sending, whether a message is still right, and writes it out. */
@Component
class LastCheck {
    /** Whoever leases or plans a message holds it no longer than this, most of the time. */
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    private final Visits visits;
    private final Contacts contacts;
    private final OptOuts optOuts;
    private final DeadAddresses deadAddresses;
    private final Clinic clinic;
    private final MessagePolicies policies;
    private final OnItsWay onItsWay;
    private final Messages messages;
    private final Parts parts;
    private final VisitLinks links;
    private final Texts texts;
    private final Letters letters;

    LastCheck(
            Visits visits,
            Contacts contacts,
            OptOuts optOuts,
            DeadAddresses deadAddresses,
            Clinic clinic,
            MessagePolicies policies,
            OnItsWay onItsWay,
            Messages messages,
            Parts parts,
            VisitLinks links,
            Texts texts,
            Letters letters) {
        this.visits = visits;
        this.contacts = contacts;
        this.optOuts = optOuts;
        this.deadAddresses = deadAddresses;
        this.clinic = clinic;
        this.policies = policies;
        this.onItsWay = onItsWay;
        this.messages = messages;
        this.parts = parts;
        this.links = links;
        this.texts = texts;
        this.letters = letters;
    }

    Verdict of(Message message, Visit visit, Instant now) {
        return switch (check(message, visit, now, Contact::language)) {
            case Checked.Not(Verdict verdict) -> verdict;
            case Checked.Ready lead ->
                others(lead, visit, now)
                        .map(others -> together(lead, others))
                        .orElseGet(() -> new Verdict.WaitUntil(now.plus(A_MOMENT)));
        };
    }

    private Verdict together(Checked.Ready lead, List<Checked.Ready> others) {
        List<Checked.Ready> all = new ArrayList<>(others);
        List<Message> parts = all.stream().map(Checked.Ready::message).toList();
        all.add(lead);
        all.sort(Comparator.comparing(ready -> ready.said().facts().start()));
        // In the order in which they are spoken of.
        List<Visit> visited = all.stream().map(Checked.Ready::visit).distinct().toList();
        Saying saying = Gathered.of(all, lead.contact().language());
        boolean asks = lead.message().kind().reminds() && !saying.first().confirmed();
        return new Verdict.Send(write(lead, visited, saying), parts, asks);
    }

    /**
     * What goes out with it: told to the same address, of the same visit or series, and itself ready to go. Empty: somebody is
     * at one of them just now, and without it the same would be told in two messages.
     */
    private Optional<List<Checked.Ready>> others(Checked.Ready lead, Visit visit, Instant now) {
        List<ClientId> there = contacts.sharing(lead.message().channel(), lead.address());
        if (there.size() < 2 && visit.seriesId() == null) {
            return Optional.of(List.of());
        }
        Instant until = now.plus(Planning.SERIES_PAUSE);
        // Each visit before any message of it, as whoever changes one does.
        Map<AppointmentId, Visit> visited = parts.visits(lead.message(), visit, there, until).stream()
                .flatMap(id -> visits.hold(id).stream())
                .collect(Collectors.toMap(Visit::appointmentId, Function.identity()));
        return parts.hold(lead.message(), visit, there, until)
                .map(held -> held.stream()
                        .filter(part -> visited.containsKey(part.appointmentId()))
                        .map(part -> check(
                                part,
                                requireNonNull(visited.get(part.appointmentId())),
                                now,
                                reader -> lead.contact().language()))
                        .filter(Checked.Ready.class::isInstance)
                        .map(Checked.Ready.class::cast)
                        .toList());
    }

    /** @param language which the whole message speaks, the pages behind its links as well */
    private Checked check(Message message, Visit visit, Instant now, Function<Contact, String> language) {
        QuietHours quietHours = policies.of(visit.locationId()).quietHours();
        return Timeliness.objection(message, visit, quietHours, now)
                .or(() -> outOfTurn(message))
                .<Checked>map(Checked.Not::new)
                .orElseGet(() -> contacts.find(message.clientId())
                        .map(contact -> check(message, visit, contact, language.apply(contact)))
                        .orElseGet(() -> new Checked.Not(unknown(message))));
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

    private Checked check(Message message, Visit visit, Contact contact, String language) {
        String address = contact.address(message.channel());
        if (address == null) {
            return new Checked.Not(new Verdict.Elsewhere(DropReason.NO_ADDRESS));
        }
        if (optOuts.covers(message.clientId(), message.channel(), address)) {
            return new Checked.Not(new Verdict.Elsewhere(DropReason.OPTED_OUT));
        }
        if (deadAddresses.covers(message.channel(), address)) {
            return new Checked.Not(new Verdict.Elsewhere(DropReason.UNREACHABLE));
        }
        return said(message, visit, contact, language)
                .<Checked>map(said -> new Checked.Ready(message, visit, contact, address, said))
                .orElseGet(Checked::later);
    }

    /** With what was different when they were last told, if the message tells of a change. */
    private Optional<Said> said(Message message, Visit visit, Contact contact, String language) {
        Optional<Terms> terms = visits.terms(visit.appointmentId(), message.clientId(), visit.revision());
        return visits.therapist(visit.appointmentId(), message.clientId())
                .flatMap(therapist -> facts(visit, therapist, contact, language))
                .map(facts -> new Said(
                        facts, terms.map(Terms::price).orElse(null), before(message, visit, contact, language)));
    }

    private @Nullable Said before(Message message, Visit visit, Contact contact, String language) {
        if (message.kind() != MessageKind.CHANGE) {
            return null;
        }
        return messages.toldBefore(message)
                .flatMap(revision -> visits.terms(visit.appointmentId(), message.clientId(), revision))
                .flatMap(terms -> facts(visit.as(terms), terms.therapistId(), contact, language)
                        .map(facts -> new Said(facts, terms.price(), null)))
                .orElse(null);
    }

    private Optional<Facts> facts(Visit visit, TherapistId therapistId, Contact contact, String language) {
        Optional<Location> location = clinic.location(visit.locationId());
        Optional<TranslatedName> treatment = clinic.treatmentName(visit.treatmentId());
        Optional<String> therapist = clinic.therapistName(therapistId);
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
                links.to(visit, language)));
    }

    private Outgoing write(Checked.Ready lead, List<Visit> visits, Saying saying) {
        Message message = lead.message();
        String language = lead.contact().language();
        return switch (message.channel()) {
            case EMAIL ->
                letters.of(
                        message,
                        visits,
                        saying,
                        texts.language(message.kind(), language),
                        texts.email(message.kind(), language, lead.address(), saying));
            case SMS -> {
                boolean first = !messages.anySent(message.clientId(), Channel.SMS);
                yield texts.sms(message.kind(), language, lead.address(), saying, first);
            }
        };
    }
}
