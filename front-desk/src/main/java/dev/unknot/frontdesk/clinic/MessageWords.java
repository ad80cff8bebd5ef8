package dev.unknot.frontdesk.clinic;

import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageKind;
import java.util.Locale;

/** What the desk calls a message, on whichever page it stands. */
public final class MessageWords {

    private static final String NUMBER = ".*[0-9].*";

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

    /** Why a message did not go out or did not arrive. What a gateway says is a number for its own support, and left out. */
    public static String reason(String code) {
        return switch (code) {
            case "opted-out" -> "The client wants no messages.";
            case "cancelled" -> "The visit was cancelled before.";
            case "expired" -> "It would have come too late.";
            case "erased" -> "The data of the client was erased.";
            case "no-address" -> "No address of this kind is known.";
            case "refused" -> "The gateway would not take it.";
            case "superseded" -> "The visit changed before; a newer message went out.";
            case "outcome-unknown" -> "Nobody knows whether it arrived.";
            case "started" -> "The visit had begun.";
            case "quiet-hours" -> "It fell into the quiet hours.";
            case "malformed-address" -> "The address is not one that mail can be sent to.";
            default -> code.matches(NUMBER) ? "The gateway could not deliver it." : sentence(code);
        };
    }

    /** A code that this page does not know yet, read aloud. */
    private static String sentence(String code) {
        String words = code.replace('-', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    public static String channel(Channel channel) {
        return channel == Channel.SMS ? "SMS" : "Email";
    }
}
