package dev.unknot.frontdesk.client;

import dev.unknot.common.client.ClientView;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.OptOutView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of a contact hold.
 *
 * @param noSms null, as a box that is not ticked is not sent: they want texts
 * @param noEmail null: they want emails
 */
public record Contact(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String language,
        @Nullable Boolean noSms,
        @Nullable Boolean noEmail) {

    static Contact of(ClientView client) {
        return new Contact(client.name(), client.phone(), client.email(), client.language(), null, null);
    }

    /** @param optOuts null: nobody knows them right now, and these stay */
    Contact wishing(@Nullable List<OptOutView> optOuts) {
        return optOuts == null
                ? this
                : new Contact(name, phone, email, language, isOut(optOuts, Channel.SMS), isOut(optOuts, Channel.EMAIL));
    }

    boolean wantsNone(Channel channel) {
        return Boolean.TRUE.equals(
                switch (channel) {
                    case SMS -> noSms;
                    case EMAIL -> noEmail;
                });
    }

    /** The same person, reached the same way, with other wishes. */
    Contact wishing(Contact other) {
        return new Contact(name, phone, email, language, other.noSms, other.noEmail);
    }

    /** What was changed here since {@code shown} stays, and all else is as it is {@code now}. */
    Contact mergedOver(Contact shown, Contact now) {
        return new Contact(
                text(name, shown.name, now.name),
                text(phone, shown.phone, now.phone),
                text(email, shown.email, now.email),
                text(language, shown.language, now.language),
                box(Channel.SMS, shown, now),
                box(Channel.EMAIL, shown, now));
    }

    private static @Nullable String text(@Nullable String typed, @Nullable String shown, @Nullable String now) {
        return Objects.equals(given(typed), given(shown)) ? now : typed;
    }

    private boolean box(Channel channel, Contact shown, Contact now) {
        return (wantsNone(channel) == shown.wantsNone(channel) ? now : this).wantsNone(channel);
    }

    static @Nullable String given(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static boolean isOut(List<OptOutView> optOuts, Channel channel) {
        return optOuts.stream().anyMatch(each -> each.channel() == channel && each.optedOut());
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "Contact[…]";
    }
}
