package dev.unknot.frontdesk.client;

import dev.unknot.common.client.ClientView;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.OptOutView;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A client's contact, to be read and changed.
 *
 * @param client as kept now
 * @param optOuts null: they cannot be asked for right now
 * @param refusal why the last attempt failed; null: there was none
 * @param corrected whether the last attempt has changed the contact, if not all it was to change
 */
public record ContactPage(
        ClientView client,
        ContactForm form,
        @Nullable List<OptOutView> optOuts,
        @Nullable ContactRefusal refusal,
        boolean corrected) {

    private static final List<String> WRITTEN = List.of("en", "de");

    /** Whether the last attempt is done. */
    public boolean saved() {
        return corrected && refusal == null;
    }

    /** What is wrong with a field; null: nothing. */
    public @Nullable String wrong(String field) {
        return refusal != null && field.equals(refusal.field()) ? refusal.sentence() : null;
    }

    /** What is wrong with none of the fields; null: nothing. */
    public @Nullable String wrong() {
        return refusal != null && refusal.field() == null ? refusal.sentence() : null;
    }

    /** What somebody else made of a field meanwhile; null: what was typed, or nobody changed it. */
    public @Nullable String meanwhile(String field) {
        if (refusal == null || !refusal.overtaken()) {
            return null;
        }
        String typed = switch (field) {
            case "name" -> form.typed().name();
            case "phone" -> form.typed().phone();
            case "email" -> form.typed().email();
            default -> form.typed().language();
        };
        String kept = switch (field) {
            case "name" -> client.name();
            case "phone" -> client.phone();
            case "email" -> client.email();
            default -> client.language();
        };
        return Objects.equals(Contact.given(typed), kept) ? null : kept == null ? "none" : kept;
    }

    /** Those that messages are written in, and whichever the client has. */
    public List<String> languages() {
        return Stream.concat(WRITTEN.stream(), Stream.of(client.language()))
                .distinct()
                .toList();
    }

    public String words(String language) {
        return Locale.forLanguageTag(language).getDisplayLanguage(Locale.UK);
    }

    /** Whether only the client themselves can have texts again. */
    public boolean stopped() {
        return optOuts != null
                && optOuts.stream()
                        .anyMatch(each ->
                                each.channel() == Channel.SMS && each.optedOut() && !"STAFF".equals(each.source()));
    }

    /** Whether it is shown folded, below a choice of clients. */
    public boolean folded() {
        return form.foldable();
    }

    /** What ids end in: where it is not folded, several clients can stand beside each other. */
    public String mark() {
        return folded() ? "" : "-" + client.id();
    }

    /** Whether it can be said which messages they want; what was said stays where it could not be kept. */
    public boolean boxes() {
        return form.consents();
    }

    /** In a line: how they are reached, and how not. */
    public String line() {
        return Stream.of(
                        client.phone(),
                        client.email(),
                        words(client.language()),
                        isOut(Channel.SMS) ? "no texts" : null,
                        isOut(Channel.EMAIL) ? "no emails" : null)
                .filter(Objects::nonNull)
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }

    private boolean isOut(Channel channel) {
        return optOuts != null && optOuts.stream().anyMatch(each -> each.channel() == channel && each.optedOut());
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "ContactPage[…]";
    }
}
