package dev.unknot.frontdesk.client;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.client.CorrectClient;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.OptOutView;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client's contact as typed.
 *
 * @param version of the client it was typed over
 * @param consent whether the boxes were shown; unchecked ones are not sent
 * @param folded whether it is shown folded, as below a choice of clients
 * @param location where it is typed: a number is dialled in its country; null: wherever the client is known
 */
public record ContactForm(
        @NotNull UUID client,
        long version,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String language,
        @Nullable Boolean consent,
        @Nullable Boolean noSms,
        @Nullable Boolean noEmail,
        @Nullable Boolean folded,
        @Nullable UUID location) {

    /** As it is kept. */
    static ContactForm of(
            ClientView client, @Nullable List<OptOutView> optOuts, boolean folded, @Nullable UUID location) {
        return new ContactForm(
                client.id().value(),
                client.version(),
                client.name(),
                client.phone(),
                client.email(),
                client.language(),
                optOuts != null,
                isOut(optOuts, Channel.SMS),
                isOut(optOuts, Channel.EMAIL),
                folded,
                location);
    }

    /** To be sent again over what somebody else made of it. */
    ContactForm over(ClientView current) {
        return new ContactForm(
                client, current.version(), name, phone, email, language, consent, noSms, noEmail, folded, location);
    }

    boolean consents() {
        return is(consent);
    }

    boolean foldable() {
        return is(folded);
    }

    private static boolean is(@Nullable Boolean box) {
        return Boolean.TRUE.equals(box);
    }

    ClientId clientId() {
        return new ClientId(client);
    }

    boolean wantsNone(Channel channel) {
        return switch (channel) {
            case SMS -> is(noSms);
            case EMAIL -> is(noEmail);
        };
    }

    CorrectClient command() {
        String tag = given(language);
        return new CorrectClient(
                name == null ? "" : name.strip(),
                given(email),
                given(phone),
                tag == null ? "en" : tag,
                location == null ? null : new LocationId(location));
    }

    private static boolean isOut(@Nullable List<OptOutView> optOuts, Channel channel) {
        return optOuts != null && optOuts.stream().anyMatch(each -> each.channel() == channel && each.optedOut());
    }

    static @Nullable String given(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "ContactForm[…]";
    }
}
