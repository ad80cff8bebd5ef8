package dev.unknot.frontdesk.messages;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.message.MessageState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of messages.
 *
 * @param location null: of all
 * @param state null: in any
 * @param next where the next page begins; null: there is none
 */
public record MessagesPage(
        List<MessageRow> rows,
        List<LocationView> locations,
        @Nullable LocationId location,
        @Nullable MessageState state,
        @Nullable String next) {

    public MessagesPage {
        rows = List.copyOf(rows);
        locations = List.copyOf(locations);
    }

    /** What the choice of a state offers, in the words of the rows. */
    public List<Choice> states() {
        return List.of(
                new Choice(MessageState.PLANNED, "Planned"),
                new Choice(MessageState.SENDING, "Being sent"),
                new Choice(MessageState.SENT, "Sent"),
                new Choice(MessageState.DROPPED, "Not sent"),
                new Choice(MessageState.FAILED, "Could not be sent"));
    }

    /** A state to choose. */
    public record Choice(MessageState state, String words) {}
}
