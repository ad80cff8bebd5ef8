package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import dev.unknot.notification.contact.Contact;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a client is told. News goes out on every channel, so that one that fails does not leave them without; a reminder
 * on one, so that nobody is reminded twice of the same.
 *
 * @param news each channel once
 */
record Preferences(List<Channel> news, Channel reminders) {
    /**
     * A contact not known yet is taken for one with a phone; if that is wrong, it shows when the reminder is due.
     *
     * @param takesSms whether the phone, if there is one, is not known to take no SMS
     */
    static Preferences of(Optional<Contact> contact, Predicate<String> takesSms) {
        boolean phone = contact.map(Contact::phone).filter(takesSms).isPresent() || contact.isEmpty();
        return new Preferences(List.of(Channel.values()), phone ? Channel.SMS : Channel.EMAIL);
    }
}
