package dev.unknot.frontdesk.board;

import dev.unknot.common.client.ClientView;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.clinic.Clients;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.platform.id.Ids;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Finds clients as the desk types, and writes down new ones. */
@Service
public class ClientSearch {

    private static final int SHOWN = 8;

    /** One letter finds half the town. */
    private static final int LETTERS = 2;

    private final DeskTokens tokens;
    private final Clients clients;

    ClientSearch(DeskTokens tokens, Clients clients) {
        this.tokens = tokens;
        this.clients = clients;
    }

    public List<ClientView> search(StaffAccount desk, String typed) {
        String q = typed.strip();
        return q.length() < LETTERS
                ? List.of()
                : clients.search(tokens.of(desk), q, SHOWN).items();
    }

    /** @throws dev.unknot.frontdesk.clinic.Refused in the words of booking-service */
    public ClientView create(StaffAccount desk, NewClient form) {
        UUID key = form.newKey();
        return clients.create(tokens.of(desk), key == null ? Ids.next() : key, form.command());
    }
}
