package dev.unknot.notification.reply;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.Answer;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.ReplyId;
import dev.unknot.notification.clinic.Clinic;
import dev.unknot.notification.consent.OptOuts;
import dev.unknot.notification.contact.Contacts;
import dev.unknot.notification.message.SentText;
import dev.unknot.notification.visit.Visits;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What clients answer by SMS. The number is looked up among the contacts as they are now, so that the ledger of messages
 * need not keep one.
 */
@Service
public class Replies {
    /** As much as a gateway joins of the parts of a long SMS. */
    private static final int LONGEST = 1600;

    private final InboundSms inbound;
    private final Contacts contacts;
    private final Subjects subjects;
    private final Visits visits;
    private final Clinic clinic;
    private final OptOuts optOuts;
    private final Courtesy courtesy;
    private final Outbox outbox;
    private final Clock clock;

    Replies(
            InboundSms inbound,
            Contacts contacts,
            Subjects subjects,
            Visits visits,
            Clinic clinic,
            OptOuts optOuts,
            Courtesy courtesy,
            Outbox outbox,
            Clock clock) {
        this.inbound = inbound;
        this.contacts = contacts;
        this.subjects = subjects;
        this.visits = visits;
        this.clinic = clinic;
        this.optOuts = optOuts;
        this.courtesy = courtesy;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes one SMS in, once: keeps and announces it, unless nobody has to know.
     *
     * @return what to answer, if anything; the same when the gateway calls again, which it does when it got no answer
     */
    @Transactional
    public Optional<String> receive(ReceivedSms sms) {
        Instant now = clock.instant();
        if (!inbound.first(sms.gatewayId(), now)) {
            return inbound.answer(sms.gatewayId());
        }
        String text = sms.body().length() <= LONGEST ? sms.body() : sms.body().substring(0, LONGEST);
        List<ClientId> clients = contacts.at(sms.from());
        Understanding understanding =
                Understanding.of(sms, subjects.asked(clients, now), optOuts.covers(Channel.SMS, sms.from()));
        @Nullable Answer answer = understanding.answer();
        if (answer == null) {
            return Optional.empty();
        }
        @Nullable SentText about = subjects.of(answer, clients, now).orElse(null);
        Reply reply = new Reply(new ReplyId(Ids.next()), sender(sms, clients, about, now), answer, text, now);
        inbound.keep(sms.gatewayId(), reply);
        outbox.announce(reply.announced(), 1, null);
        Optional<String> words = answer(reply).filter(any -> !understanding.answered());
        words.ifPresent(said -> inbound.answered(sms.gatewayId(), said));
        return words;
    }

    private Sender sender(ReceivedSms sms, List<ClientId> clients, @Nullable SentText about, Instant now) {
        @Nullable ClientId client = about != null ? about.clientId() : clients.size() == 1 ? clients.getFirst() : null;
        @Nullable String to = sms.to();
        return new Sender(
                sms.from(),
                client,
                about,
                visits.nearest(clients, now).orElse(null),
                to == null ? List.of() : clinic.locationsWithPhone(to));
    }

    private Optional<SentText> nextQuestion(Reply reply) {
        return subjects.nextQuestion(contacts.at(reply.phone()), reply.receivedAt());
    }

    private Optional<String> answer(Reply reply) {
        return switch (reply.answer()) {
            case STOP -> {
                optOuts.add(Channel.SMS, reply.phone(), OptOuts.Source.REPLY);
                yield Optional.of(courtesy.toStop(reply));
            }
            case START -> {
                optOuts.remove(Channel.SMS, reply.phone());
                yield Optional.empty();
            }
            case HELP -> Optional.of(courtesy.toHelp(reply));
            case CONFIRM -> unlessOptedOut(reply).map(yes -> courtesy.toConfirm(yes, nextQuestion(yes)));
            case UNCLEAR -> unlessOptedOut(reply).filter(this::isFirstToday).map(courtesy::toWhatAPersonHasToRead);
        };
    }

    private Optional<Reply> unlessOptedOut(Reply reply) {
        return optOuts.covers(Channel.SMS, reply.phone()) ? Optional.empty() : Optional.of(reply);
    }

    /** Of the location's days; somebody may write a lot, and two machines might else talk to each other for ever. */
    private boolean isFirstToday(Reply reply) {
        ZoneId zone = Optional.ofNullable(reply.sender().about())
                .<ZoneId>map(about -> about.visit().zone())
                .orElse(ZoneOffset.UTC);
        return inbound.passedOnFirst(
                reply.phone(), reply.receivedAt().atZone(zone).toLocalDate());
    }
}
