package dev.unknot.common.client;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be the client about to be written down; in the member {@code candidates} of the refusal
 * {@code client-may-exist}.
 *
 * @param alike in what; never empty
 */
public record ClientCandidate(
        ClientId id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        Set<Likeness> alike) {

    public ClientCandidate {
        alike = Set.copyOf(alike);
    }

    /** What two clients have in common. */
    public enum Likeness {
        PHONE,
        EMAIL,
        NAME
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "ClientCandidate[id=" + id + ", alike=" + alike + "]";
    }
}
