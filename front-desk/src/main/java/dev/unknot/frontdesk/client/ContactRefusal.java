package dev.unknot.frontdesk.client;

import dev.unknot.frontdesk.clinic.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Why a contact was not changed.
 *
 * @param field at fault; null: none of them
 * @param overtaken whether somebody else changed it meanwhile
 */
public record ContactRefusal(String sentence, @Nullable String field, boolean overtaken) {

    /** The contact itself is changed by then. */
    static ContactRefusal ofConsent(Refused refused) {
        return new ContactRefusal(
                "The contact is saved, but not which messages they want. " + refused.sentence(), null, false);
    }

    static ContactRefusal of(Refused refused) {
        return refused.is("version-mismatch")
                ? new ContactRefusal(
                        "Somebody changed this contact meanwhile. What you typed is still here, and below it what is kept"
                                + " now. The rest is as it is kept now. Save again to keep yours.",
                        null,
                        true)
                : new ContactRefusal(refused.sentence(), refused.field(), false);
    }
}
