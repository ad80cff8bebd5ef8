package dev.unknot.frontdesk.client;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.OptOutView;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.Clients;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.IfMatch;
import dev.unknot.frontdesk.clinic.OptOuts;
import dev.unknot.frontdesk.clinic.Refused;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows and corrects how a client is reached, in the name of who is signed in. */
@Service
public class ContactDesk {

    private final DeskTokens tokens;
    private final Clients clients;
    private final OptOuts optOuts;

    ContactDesk(DeskTokens tokens, Clients clients, OptOuts optOuts) {
        this.tokens = tokens;
        this.clients = clients;
        this.optOuts = optOuts;
    }

    /** @param location where it is looked at; null: nowhere in particular */
    public ContactPage page(StaffAccount desk, ClientId id, boolean folded, @Nullable UUID location) {
        Bearer by = tokens.of(desk);
        ClientView client = clients.find(by, id);
        List<OptOutView> out = optOuts(by, id);
        return new ContactPage(client, ContactForm.of(client, out, folded, location), out, null, false);
    }

    /** Only what was changed on the form is changed; what was typed stays where something is refused. */
    public ContactPage save(StaffAccount desk, ContactForm form) {
        Bearer by = tokens.of(desk);
        try {
            ClientView corrected = clients.correct(by, form.clientId(), new IfMatch(form.version()), form.command());
            return consent(by, form, corrected);
        } catch (Refused refused) {
            ContactRefusal refusal = ContactRefusal.of(refused);
            ClientView current = clients.find(by, form.clientId());
            List<OptOutView> out = optOuts(by, form.clientId());
            ContactForm again = refusal.overtaken() ? form.over(current, out) : form.over(out);
            return new ContactPage(current, again, out, refusal, false);
        }
    }

    private ContactPage consent(Bearer by, ContactForm form, ClientView client) {
        try {
            Stream.of(Channel.values()).filter(form::changes).forEach(channel -> consent(by, form, channel));
            List<OptOutView> now = optOuts(by, client.id());
            return new ContactPage(
                    client, ContactForm.of(client, now, form.foldable(), form.location()), now, null, true);
        } catch (Refused refused) {
            List<OptOutView> now = optOuts(by, client.id());
            return new ContactPage(client, form.over(client, now), now, ContactRefusal.ofConsent(refused), true);
        }
    }

    private void consent(Bearer by, ContactForm form, Channel channel) {
        var unused = form.typed().wantsNone(channel)
                ? optOuts.add(by, form.clientId(), channel)
                : optOuts.remove(by, form.clientId(), channel);
    }

    /** Of somebody written down a moment ago notification-service may not have heard; the contact is worth seeing all the same. */
    private @Nullable List<OptOutView> optOuts(Bearer by, ClientId id) {
        try {
            return optOuts.of(by, id).items();
        } catch (Refused notYet) {
            return null;
        }
    }
}
