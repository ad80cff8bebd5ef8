package dev.unknot.notification.reply;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.Answer;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.ReplyId;
import dev.unknot.notification.consent.OptOuts;
import dev.unknot.notification.contact.Contacts;
import dev.unknot.notification.message.SentText;
import dev.unknot.notification.message.SentTexts;
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
    private final SentTexts sentTexts;
    private final OptOuts optOuts;
    private final Courtesy courtesy;
    private final Outbox outbox;
    private final ReplySettings settings;
    private final Clock clock;

    Replies(
            InboundSms inbound,
            Contacts contacts,
            SentTexts sentTexts,
            OptOuts optOuts,
            Courtesy courtesy,
            Outbox outbox,
            ReplySettings settings,
            Clock clock) {
        this.inbound = inbound;
        this.contacts = contacts;
        this.sentTexts = sentTexts;
        this.optOuts = optOuts;
        this.courtesy = courtesy;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes one SMS in, once: keeps and announces it.
     *
     * @param gatewayId the gateway's id of it
     * @param from E.164
     * @return what to answer, if anything; the same when the gateway calls again, which it does when it got no answer
     */
    @Transactional
    public Optional<String> receive(String gatewayId, String from, String body) {
        Instant now = clock.instant();
        if (!inbound.first(gatewayId, now)) {
            return inbound.answer(gatewayId);
        }
        Reply reply = understand(from, body, now);
        inbound.keep(gatewayId, reply);
        outbox.announce(reply.announced(), 1, null);
        Optional<String> answer = answer(reply);
        answer.ifPresent(text -> inbound.answered(gatewayId, text));
        return answer;
    }

    private Reply understand(String from, String body, Instant now) {
        List<ClientId> clients = contacts.at(from);
        String text = body.length() <= LONGEST ? body : body.substring(0, LONGEST);
        Answer answer = Wording.meaning(text);
        @Nullable
        SentText about = (answer == Answer.CONFIRM ? question(clients, now) : Optional.<SentText>empty())
                .or(() -> sentTexts.last(clients, now))
                .orElse(null);
        @Nullable ClientId client = about != null ? about.clientId() : clients.size() == 1 ? clients.getFirst() : null;
        return new Reply(new ReplyId(Ids.next()), client, about, answer, from, text, now);
    }

    /** Of several open questions the last one they have not said yes to, or else the last: yes said twice is yes. */
    private Optional<SentText> question(List<ClientId> clients, Instant now) {
        List<SentText> open = sentTexts.questions(clients, now);
        return open.stream()
                .filter(this::unanswered)
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    /** What a next yes would confirm, after this one. */
    private Optional<SentText> nextQuestion(Reply reply) {
        return sentTexts.questions(contacts.at(reply.phone()), reply.receivedAt()).stream()
                .filter(SentText::stands)
                .filter(this::unanswered)
                .findFirst();
    }

    private boolean unanswered(SentText question) {
        return !inbound.confirms(question.visit().appointmentId(), question.revision());
    }

    private Optional<String> answer(Reply reply) {
        return switch (reply.answer()) {
            case STOP -> {
                // The gateway itself confirms a STOP; a second answer would be a message after it.
                optOuts.add(Channel.SMS, reply.phone(), OptOuts.Source.REPLY);
                yield Optional.empty();
            }
            case START -> {
                optOuts.remove(Channel.SMS, reply.phone());
                yield Optional.empty();
            }
            case HELP -> Optional.of(settings.help());
            case CONFIRM -> unlessOptedOut(reply).map(yes -> courtesy.toConfirm(yes, nextQuestion(yes)));
            case UNCLEAR -> unlessOptedOut(reply).filter(this::isFirstToday).map(courtesy::toWhatAPersonHasToRead);
        };
    }

    private Optional<Reply> unlessOptedOut(Reply reply) {
        return optOuts.covers(Channel.SMS, reply.phone()) ? Optional.empty() : Optional.of(reply);
    }

    /** Of the location's days; somebody may write a lot, and two machines might else talk to each other for ever. */
    private boolean isFirstToday(Reply reply) {
        ZoneId zone =
                reply.about() == null ? ZoneOffset.UTC : reply.about().visit().zone();
        return inbound.passedOnFirst(
                reply.phone(), reply.receivedAt().atZone(zone).toLocalDate());
    }
}
