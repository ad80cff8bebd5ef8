package dev.unknot.notification.reply;

import dev.unknot.common.message.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What an SMS is taken for.
 *
 * @param answer null: nobody has to know of it
 * @param answered whether the gateway itself says something to it, so that we do not
 */
record Understanding(@Nullable Answer answer, boolean answered) {
    /**
     * @param asked whether a reminder of theirs waits for a yes
     * @param optedOut whether the number gets no SMS as it is
     */
    static Understanding of(ReceivedSms sms, boolean asked, boolean optedOut) {
        Meaning meaning = Wording.meaning(sms.body());
        return switch (sms.verdict()) {
            case null -> byWords(meaning, asked);
            case STOP -> new Understanding(Answer.STOP, true);
            case HELP -> new Understanding(Answer.HELP, true);
            // Gateways take YES for START. Of who gets SMS anyway, it opts nobody in, and answers the question.
            case START ->
                new Understanding(asked && !optedOut && saysYes(meaning) ? Answer.CONFIRM : Answer.START, true);
        };
    }

    private static Understanding byWords(Meaning meaning, boolean asked) {
        return switch (meaning) {
            case CONFIRM -> new Understanding(Answer.CONFIRM, false);
            case AGREE -> new Understanding(asked ? Answer.CONFIRM : null, false);
            // Gateways answer the carriers' words without being told to; two answers would be one too many.
            case STOP -> new Understanding(Answer.STOP, true);
            case PLEASE_STOP -> new Understanding(Answer.STOP, false);
            case START -> new Understanding(Answer.START, true);
            case HELP -> new Understanding(Answer.HELP, false);
            case NOTHING -> new Understanding(null, false);
            case UNCLEAR -> new Understanding(Answer.UNCLEAR, false);
        };
    }

    private static boolean saysYes(Meaning meaning) {
        return meaning == Meaning.CONFIRM || meaning == Meaning.AGREE;
    }
}
