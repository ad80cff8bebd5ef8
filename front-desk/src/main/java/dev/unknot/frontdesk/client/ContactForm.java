package dev.unknot.frontdesk.client;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.client.CorrectClient;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.OptOutView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client's contact as typed, and as it was before anything was typed: only what differs was changed by this desk.
 *
 * @param version of the client it was typed over
 * @param shown what the fields held at first
 * @param consent whether the boxes were shown
 * @param folded whether it is shown folded, as below a choice of clients
 * @param location where it is typed: a number is dialled in its country; null: wherever the client is known
 */
public record ContactForm(
        UUID client,
        long version,
        Contact typed,
        Contact shown,
        @Nullable Boolean consent,
        @Nullable Boolean folded,
        @Nullable UUID location) {

    /** As it is kept. */
    static ContactForm of(
            ClientView client, @Nullable List<OptOutView> optOuts, boolean folded, @Nullable UUID location) {
        Contact kept = Contact.of(client).wishing(optOuts);
        return new ContactForm(client.id().value(), client.version(), kept, kept, optOuts != null, folded, location);
    }

    /**
     * To be sent again over what has become of it: what nobody typed in is as it is now.
     *
     * @param optOuts null: nobody knows them right now
     */
    ContactForm over(ClientView current, @Nullable List<OptOutView> optOuts) {
        Contact now = Contact.of(current).wishing(shown).wishing(optOuts);
        return new ContactForm(client, current.version(), typed.mergedOver(shown, now), now, consent, folded, location);
    }

    /** The same for the boxes alone: the version still tells whether somebody else has changed the rest. */
    ContactForm over(@Nullable List<OptOutView> optOuts) {
        Contact now = shown.wishing(optOuts);
        return new ContactForm(client, version, typed.mergedOver(shown, now), now, consent, folded, location);
    }

    boolean consents() {
        return Boolean.TRUE.equals(consent);
    }

    boolean foldable() {
        return Boolean.TRUE.equals(folded);
    }

    ClientId clientId() {
        return new ClientId(client);
    }

    /** Whether the desk has ticked the channel's box, or taken its tick away. */
    boolean changes(Channel channel) {
        return consents() && typed.wantsNone(channel) != shown.wantsNone(channel);
    }

    CorrectClient command() {
        String name = typed.name();
        String tag = Contact.given(typed.language());
        return new CorrectClient(
                name == null ? "" : name.strip(),
                Contact.given(typed.email()),
                Contact.given(typed.phone()),
                tag == null ? "en" : tag,
                location == null ? null : new LocationId(location));
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "ContactForm[…]";
    }
}
