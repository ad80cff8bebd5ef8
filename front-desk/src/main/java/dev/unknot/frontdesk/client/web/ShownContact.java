package dev.unknot.frontdesk.client.web;

import dev.unknot.frontdesk.client.Contact;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** What the fields held at first, from hidden ones: a name with a dot in it is not taken from anybody. */
record ShownContact(
        @BindParam("shownName") @Nullable String name,
        @BindParam("shownPhone") @Nullable String phone,
        @BindParam("shownEmail") @Nullable String email,
        @BindParam("shownLanguage") @Nullable String language,
        @BindParam("shownNoSms") @Nullable Boolean noSms,
        @BindParam("shownNoEmail") @Nullable Boolean noEmail) {

    Contact contact() {
        return new Contact(name, phone, email, language, noSms, noEmail);
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "ShownContact[…]";
    }
}
