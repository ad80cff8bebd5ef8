package dev.unknot.booking.client;

import dev.unknot.common.contact.PhoneNumber;
import dev.unknot.platform.problem.Rejection;
import org.jspecify.annotations.Nullable;

/** How a client is reached: by email, by phone, or both. */
record Contact(@Nullable String email, @Nullable PhoneNumber phone) {

    Contact {
        if (phone == null && email == null) {
            throw Rejection.invalid("no-contact", "A client has an email or a phone number, or both.", "phone");
        }
    }

    @Nullable
    String e164() {
        return phone == null ? null : phone.e164();
    }

    @Override
    public String toString() {
        return "Contact[…]";
    }
}
