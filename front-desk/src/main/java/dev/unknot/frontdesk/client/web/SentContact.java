package dev.unknot.frontdesk.client.web;

import dev.unknot.frontdesk.client.Contact;
import dev.unknot.frontdesk.client.ContactForm;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is sent beside the fields; see {@link ContactForm}. */
record SentContact(
        @NotNull UUID client,
        long version,
        @Nullable Boolean consent,
        @Nullable Boolean folded,
        @Nullable UUID location) {

    ContactForm form(Contact typed, Contact shown) {
        return new ContactForm(client, version, typed, shown, consent, folded, location);
    }
}
