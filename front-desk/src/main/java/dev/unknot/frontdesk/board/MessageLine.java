package dev.unknot.frontdesk.board;

import dev.unknot.common.message.MessageView;
import dev.unknot.frontdesk.clinic.MessageWords;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message about a visit, in words.
 *
 * @param client whose it is; null: the only one's
 * @param state code of its state, which names style and sign
 */
record MessageLine(@Nullable String client, String what, String channel, String state, String words) {

    static MessageLine of(MessageView message, @Nullable String client, WallTime clock) {
        return new MessageLine(
                client,
                MessageWords.kind(message.kind()),
                MessageWords.channel(message.channel()),
                message.state().name().toLowerCase(Locale.ROOT),
                words(message, clock));
    }

    private static String words(MessageView message, WallTime clock) {
        Instant sent = message.sentAt();
        String reason = message.reason();
        String why = reason == null ? "" : ". " + MessageWords.reason(reason);
        return switch (message.state()) {
            case PLANNED -> "Planned for " + clock.moment(message.due());
            case SENDING -> "Being sent";
            case SENT -> sent == null ? "Sent" : "Sent " + clock.moment(sent);
            case DROPPED -> "Not sent" + why;
            case FAILED -> "Could not be sent" + why;
        };
    }
}
