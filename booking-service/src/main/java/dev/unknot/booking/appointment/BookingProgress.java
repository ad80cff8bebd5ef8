package dev.unknot.booking.appointment;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.transaction.TryAgain;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What one booking or move has learned over the transactions it took so far. */
@CheckReturnValue
final class BookingProgress {

    private final Set<UUID> lost = new HashSet<>();
    private boolean wide;

    /** Whether to look at all candidates at once, now that the best one was gone. */
    boolean wide() {
        return wide;
    }

    /** Resources that the constraint refused. */
    Set<UUID> lost() {
        return Set.copyOf(lost);
    }

    /** For the next transaction: look wider, and leave {@code taken} alone. */
    TryAgain tryAgain(Collection<UUID> taken, Rejection otherwise) {
        wide = true;
        lost.addAll(taken);
        return new TryAgain(otherwise);
    }
}
