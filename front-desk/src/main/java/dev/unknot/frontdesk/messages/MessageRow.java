package dev.unknot.frontdesk.messages;

import dev.unknot.common.client.ClientView;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.message.MessageView;
import dev.unknot.frontdesk.board.WallTime;
import dev.unknot.frontdesk.clinic.MessageWords;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message in words.
 *
 * @param state code of its state, which names the tag's colours
 * @param when it went out or will, on the clock of its location
 * @param why it did not go out or did not arrive; empty: it has, or nothing is known to the contrary
 */
public record MessageRow(
        String client,
        String what,
        String channel,
        String state,
        String stateWords,
        String when,
        String why,
        String place) {

    static MessageRow of(MessageView message, @Nullable ClientView client, LocationView place) {
        Instant sent = message.sentAt();
        String reason = message.reason();
        return new MessageRow(
                client == null ? "Somebody not at your locations" : client.name(),
                MessageWords.kind(message.kind()),
                MessageWords.channel(message.channel()),
                message.state().name().toLowerCase(Locale.ROOT),
                state(message),
                new WallTime(place.zone()).moment(sent == null ? message.due() : sent),
                reason == null ? "" : MessageWords.reason(reason),
                place.name());
    }

    private static String state(MessageView message) {
        return switch (message.state()) {
            case PLANNED -> "Planned";
            case SENDING -> "Being sent";
            case SENT ->
                switch (message.delivery()) {
                    case null -> "Sent";
                    case DELIVERED -> "Arrived";
                    case UNDELIVERED, FAILED -> "Sent, did not arrive";
                };
            case DROPPED -> "Not sent";
            case FAILED -> "Could not be sent";
        };
    }
}
