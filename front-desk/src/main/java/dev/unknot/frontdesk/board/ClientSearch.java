package dev.unknot.frontdesk.board;

import dev.unknot.common.client.ClientView;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.clinic.Clients;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.platform.id.Ids;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Finds clients as the desk types, and writes down new ones. */
@Service
public class ClientSearch {

    private static final int SHOWN = 8;

    private final DeskTokens tokens;
    private final Clients clients;

    ClientSearch(DeskTokens tokens, Clients clients) {
        this.tokens = tokens;
        this.clients = clients;
    }

    public List<ClientView> search(StaffAccount desk, String typed) {
        return clients.search(tokens.of(desk), typed, SHOWN).items();
    }

    /** Who may be the client that was not written down; nobody where it was refused for another reason. */
    public List<Lookalike> lookalikes(Refused refused) {
        return Lookalike.of(refused);
    }

    /** @throws Refused in the words of booking-service; also where somebody may be them already */
    public ClientView create(StaffAccount desk, NewClient form) {
        UUID key = form.newKey();
        try {
            return clients.create(tokens.of(desk), key == null ? Ids.next() : key, form.command());
        } catch (Refused refused) {
            if (!refused.is("idempotency-key-reused")) {
                throw refused;
            }
            // The answer to an attempt was lost, and something was put right since. Whoever was written down then is
            // asked about.
            return clients.create(tokens.of(desk), Ids.next(), form.command());
        }
    }
}
