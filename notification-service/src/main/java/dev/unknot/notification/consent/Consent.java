package dev.unknot.notification.consent;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.OptOutView;
import dev.unknot.notification.contact.Contact;
import dev.unknot.notification.contact.Contacts;
import dev.unknot.platform.audit.AuditTrail;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a client wants no messages by: what they asked staff for is about them, what they answered themselves is about the
 * address. Any front desk sees and changes it, as it does the contact.
 */
@Service
public class Consent {
    private static final String ASKED_STAFF = "STAFF";

    private final Contacts contacts;
    private final OptOuts optOuts;
    private final ClientOptOuts asked;
    private final AuditTrail audit;

    Consent(Contacts contacts, OptOuts optOuts, ClientOptOuts asked, AuditTrail audit) {
        this.contacts = contacts;
        this.optOuts = optOuts;
        this.asked = asked;
        this.audit = audit;
    }

    /** Each channel of theirs. */
    @Transactional(readOnly = true)
    public List<OptOutView> of(ClientId client) {
        Contact contact = contact(client);
        return Stream.of(Channel.values())
                .map(channel -> view(contact, channel))
                .toList();
    }

    /** Nothing goes there from now on. Done twice, it is as done once. */
    @Transactional
    public OptOutView optOut(ClientId client, Channel channel, Caller caller) {
        Contact contact = contact(client);
        if (asked.add(client, channel, caller.actor())) {
            audit.changed("opt-out", client.value(), cause(channel));
        }
        return view(contact, channel);
    }

    /**
     * What staff were asked for is taken back. An unsubscription by email goes too, at the client's word; after a STOP the
     * carrier lets nothing through before it hears their START.
     */
    @Transactional
    public OptOutView optIn(ClientId client, Channel channel, Caller caller) {
        Contact contact = contact(client);
        Optional<String> optedOut =
                Optional.ofNullable(contact.address(channel)).filter(address -> optOuts.covers(channel, address));
        if (optedOut.isPresent() && channel == Channel.SMS) {
            throw Rejection.conflict(
                    "opted-out-by-client",
                    "The client has sent STOP, and the carrier holds back every text until they send START from that"
                            + " number.");
        }
        boolean lifted = asked.remove(client, channel);
        optedOut.ifPresent(address -> optOuts.remove(channel, address));
        if (lifted || optedOut.isPresent()) {
            audit.changed("opt-in", client.value(), cause(channel));
        }
        return view(contact, channel);
    }

    private OptOutView view(Contact contact, Channel channel) {
        return Optional.ofNullable(contact.address(channel))
                .flatMap(address -> optOuts.find(channel, address))
                .map(out -> new OptOutView(channel, true, out.since(), out.source(), null))
                .or(() -> asked.find(contact.clientId(), channel)
                        .map(out -> new OptOutView(channel, true, out.since(), ASKED_STAFF, out.staff())))
                .orElseGet(() -> new OptOutView(channel, false, null, null, null));
    }

    private Contact contact(ClientId client) {
        return contacts.find(client).orElseThrow(() -> Rejection.notFound("not-found", "There is no such client."));
    }

    private static String cause(Channel channel) {
        return channel == Channel.SMS ? "sms" : "email";
    }
}
