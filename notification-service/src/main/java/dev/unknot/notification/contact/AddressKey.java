package dev.unknot.notification.contact;

import dev.unknot.common.contact.EmailAddress;
import dev.unknot.common.contact.UnusableContact;
import dev.unknot.common.message.Channel;
import java.util.Locale;

/** What opt-outs and marks know an address by: alike for all spellings of one mailbox. */
public final class AddressKey {
    private AddressKey() {}

    /** Of what no mail could be sent to, what was typed, in lower case. */
    public static String of(Channel channel, String address) {
        return switch (channel) {
            case SMS -> address.strip();
            case EMAIL -> mailbox(address);
        };
    }

    private static String mailbox(String address) {
        try {
            return EmailAddress.of(address).key();
        } catch (UnusableContact unusable) {
            return address.strip().toLowerCase(Locale.ROOT);
        }
    }
}
