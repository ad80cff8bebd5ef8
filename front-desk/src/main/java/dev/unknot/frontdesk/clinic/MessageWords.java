package dev.unknot.frontdesk.clinic;

import dev.unknot.common.message.Channel;
import dev.unknot.common.message.ChannelFailure;
import dev.unknot.common.message.MessageKind;
import dev.unknot.common.message.UnreachedView;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

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
            case "unreachable" -> "The address is known to take no such message.";
            case "gateway-away" -> "The gateway was out of reach; it went the other way.";
            case "arrived-otherwise" -> "It had arrived the other way after all.";
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

    /** Why no channel told a client, as one sentence. @param moment how the page writes an instant */
    public static String notTold(UnreachedView unreached, Function<Instant, String> moment) {
        String why = unreached.failures().stream()
                .map(failure -> failure(failure, moment))
                .collect(Collectors.joining(", and "));
        return why.isEmpty() ? "" : why.substring(0, 1).toUpperCase(Locale.ROOT) + why.substring(1) + ".";
    }

    private static String failure(ChannelFailure failure, Function<Instant, String> moment) {
        boolean sms = failure.channel() == Channel.SMS;
        Instant dead = failure.deadSince();
        if (dead != null) {
            return (sms ? "the number takes no SMS" : "the mailbox takes no email") + " since " + moment.apply(dead);
        }
        return switch (failure.reason()) {
            case "no-address" -> sms ? "no phone number is known" : "no email address is known";
            case "opted-out" -> "the client wants no " + (sms ? "SMS" : "email");
            case "outcome-unknown" -> "nobody knows whether the " + (sms ? "SMS" : "email") + " arrived";
            default -> "the " + (sms ? "SMS" : "email") + " did not arrive";
        };
    }
}
