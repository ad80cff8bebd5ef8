package dev.unknot.frontdesk.messages;

import dev.unknot.common.client.ClientView;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.message.Answer;
import dev.unknot.common.message.ReplyView;
import dev.unknot.frontdesk.board.WallTime;
import org.jspecify.annotations.Nullable;

/**
 * A client's answer in words.
 *
 * @param phone to call back; null: not known
 * @param about the visit it answers; null: none
 */
public record ReplyLine(
        ReplyView reply,
        String client,
        @Nullable String phone,
        String meaning,
        String received,
        String place,
        @Nullable VisitAsked about) {

    /** @param clock of who reads it, for an answer that belongs to no place */
    static ReplyLine of(
            ReplyView reply,
            @Nullable ClientView client,
            @Nullable LocationView place,
            DeskClock clock,
            @Nullable VisitAsked about) {
        return new ReplyLine(
                reply,
                who(reply, client),
                isNumber(reply.phone()) ? reply.phone() : client == null ? null : client.phone(),
                meaning(reply.answer()),
                place == null
                        ? clock.moment(reply.receivedAt())
                        : new WallTime(place.zone()).moment(reply.receivedAt()),
                place == null ? "" : place.name(),
                about);
    }

    /** What the desk has to know to deal with it; empty: the words say it. */
    public String hint() {
        return reply.answer() == Answer.STOP && reply.text() != null
                ? "This word stops all SMS to the number, and may have been meant for the visit. Ask the client."
                : "";
    }

    /** Some who send texts have a name in its place. */
    private static boolean isNumber(@Nullable String phone) {
        return phone != null && phone.startsWith("+");
    }

    private static String who(ReplyView reply, @Nullable ClientView client) {
        if (client != null) {
            return client.name();
        }
        if (reply.clientId() != null) {
            return "Somebody not at your locations";
        }
        String sender = reply.phone();
        return sender == null || isNumber(sender) ? "A number nobody has" : sender + " (no number)";
    }

    private static String meaning(Answer answer) {
        return switch (answer) {
            case CONFIRM -> "Confirms";
            case STOP -> "Gets no more SMS";
            case START -> "Wants messages again";
            case HELP -> "Asks for help";
            case UNCLEAR -> "To be read";
        };
    }
}
