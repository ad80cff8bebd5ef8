package dev.unknot.frontdesk.messages;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.MessageState;
import dev.unknot.common.message.MessageView;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.Messages;
import dev.unknot.frontdesk.clinic.Names;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The list of messages of the locations somebody works for, newest first. */
@Service
public class MessageSearch {

    private static final int PER_PAGE = 50;

    private final Messages messages;
    private final Names names;
    private final DeskTokens tokens;

    MessageSearch(Messages messages, Names names, DeskTokens tokens) {
        this.messages = messages;
        this.names = names;
        this.tokens = tokens;
    }

    /** Each filter that is null does not narrow. */
    public MessagesPage find(
            StaffAccount account,
            @Nullable LocationId location,
            @Nullable MessageState state,
            @Nullable String cursor) {
        Bearer by = tokens.of(account);
        var page = messages.list(by, location, null, null, state, cursor, PER_PAGE);
        var clients = names.clients(
                by, page.items().stream().map(MessageView::clientId).toList());
        var places = names.locations(
                page.items().stream().map(MessageView::locationId).toList());
        return new MessagesPage(
                page.items().stream()
                        .map(message -> MessageRow.of(
                                message,
                                clients.get(message.clientId()),
                                Objects.requireNonNull(places.get(message.locationId()))))
                        .toList(),
                names.locationsOf(by),
                location,
                state,
                page.nextCursor());
    }
}
