package dev.unknot.booking.client;

import dev.unknot.platform.problem.Rejection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a client is reached: by email, by phone, or both. */
record Contact(@Nullable String email, @Nullable PhoneNumber phone) {

    Contact {
        if (phone == null && email == null) {
            throw Rejection.invalid("no-contact", "A client has an email or a phone number, or both.", "phone");
        }
    }

    /** As typed; blank is none. */
    static Contact of(@Nullable String email, @Nullable String phone) {
        return new Contact(
                given(email).orElse(null), given(phone).map(PhoneNumber::of).orElse(null));
    }

    @Nullable
    String e164() {
        return phone == null ? null : phone.e164();
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }

    @Override
    public String toString() {
        return "Contact[…]";
    }
}
