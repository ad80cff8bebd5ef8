package dev.unknot.frontdesk.clinic;

import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageKind;

/** What the desk calls a message, on whichever page it stands. */
public final class MessageWords {

    private MessageWords() {}

    public static String kind(MessageKind kind) {
        return switch (kind) {
            case CONFIRMATION -> "Confirmation";
            case CHANGE -> "Change";
            case CANCELLATION -> "Cancellation";
            case FIRST_REMINDER -> "First reminder";
            case LAST_REMINDER -> "Last reminder";
        };
    }

    public static String channel(Channel channel) {
        return channel == Channel.SMS ? "SMS" : "Email";
    }
}
