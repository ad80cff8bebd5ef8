package dev.unknot.frontdesk.messages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of answers.
 *
 * @param open only those that wait for a person
 * @param next where the next page begins; null: there is none
 */
public record RepliesPage(
        List<ReplyLine> lines, boolean open, @Nullable String next) {

    public RepliesPage {
        lines = List.copyOf(lines);
    }
}
