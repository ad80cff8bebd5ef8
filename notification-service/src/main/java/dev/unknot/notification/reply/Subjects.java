package dev.unknot.notification.reply;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.Answer;
import dev.unknot.notification.message.SentText;
import dev.unknot.notification.message.SentTexts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which visit clients mean when they write, by what they were sent, were asked and have answered. */
@Component
class Subjects {
    private final SentTexts sentTexts;
    private final Yeses yeses;

    Subjects(SentTexts sentTexts, Yeses yeses) {
        this.sentTexts = sentTexts;
        this.yeses = yeses;
    }

    /** Whether they have been asked to confirm a visit that, as far as is known, is not confirmed by them. */
    boolean asked(List<ClientId> clients, Instant now) {
        List<SentText> open = sentTexts.questions(clients, now);
        return open.stream().anyMatch(question -> unanswered(question, clients) || !question.isConfirmed());
    }

    /**
     * The last question they have not said yes to, even if somebody else has confirmed the visit by now. If there is none,
     * what they have said yes to, as long as they have not been written to about another visit: yes said twice is yes. Or
     * else what they were sent last: a yes never goes past news of a cancellation to another visit, and other words are
     * about a visit that stands, if there is one.
     */
    Optional<SentText> of(Answer answer, List<ClientId> clients, Instant now) {
        List<SentText> open = sentTexts.questions(clients, now);
        return open.stream()
                .filter(question -> unanswered(question, clients))
                .findFirst()
                .or(() -> lastConfirmed(clients, now))
                .or(() -> open.stream()
                        .filter(question -> !question.isConfirmed())
                        .findFirst())
                .or(() -> answer == Answer.CONFIRM
                        ? sentTexts.last(clients, now)
                        : sentTexts.lastOfWhatStands(clients, now));
    }

    /** What a next yes would confirm, after one that came at that time. */
    Optional<SentText> nextQuestion(List<ClientId> clients, Instant receivedAt) {
        return sentTexts.questions(clients, receivedAt).stream()
                .filter(asked ->
                        asked.stands() && !asked.isConfirmed() && !asked.visit().uncovered())
                .filter(asked -> unanswered(asked, clients))
                .findFirst();
    }

    private Optional<SentText> lastConfirmed(List<ClientId> clients, Instant now) {
        return yeses.last(clients)
                .filter(yes -> !sentTexts.spokeOfAnother(yes.visit(), clients, yes.at()))
                .flatMap(yes -> sentTexts.lastOf(yes.visit(), yes.clientId(), now));
    }

    private boolean unanswered(SentText question, Collection<ClientId> clients) {
        return !yeses.said(clients, question.visit().appointmentId(), question.revision());
    }
}
