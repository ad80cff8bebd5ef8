package dev.unknot.common.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One client recorded twice: what was of {@code duplicate} is of {@code kept} from now on. */
public record ClientMerge(ClientId duplicate, ClientId kept) {

    private static final String INTO = "merged-into:";

    /** The cause of the duplicate's tombstone, which has no data to say it in. */
    public String cause() {
        return INTO + kept;
    }

    /** Empty: {@code erased} was erased, and nobody takes their place. */
    public static Optional<ClientMerge> of(ClientId erased, @Nullable String cause) {
        return cause != null && cause.startsWith(INTO)
                ? Optional.of(new ClientMerge(erased, ClientId.of(cause.substring(INTO.length()))))
                : Optional.empty();
    }
}
