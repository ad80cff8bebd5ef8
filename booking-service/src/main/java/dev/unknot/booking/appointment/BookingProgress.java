package dev.unknot.booking.appointment;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.transaction.TryAgain;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** What one booking or move has learned over the transactions it took so far. */
@CheckReturnValue
public final class BookingProgress {

    private final Set<UUID> lost = new HashSet<>();
    private final long seed = ThreadLocalRandom.current().nextLong();
    private int lostTimes;

    boolean isFirst() {
        return lostTimes == 0;
    }

    /** Whether to look at all there is at once, now that a few were not enough. */
    boolean wide() {
        return lostTimes > 1;
    }

    /** The same all through one transaction, so that what was locked for a wish is what is found for it. */
    RandomGenerator chance() {
        return new SplittableRandom(seed + lostTimes);
    }

    /** Resources that the constraint refused, or that were seen to be taken. */
    Set<UUID> lost() {
        return Set.copyOf(lost);
    }

    /** For the next transaction: look wider, and leave {@code taken} alone. */
    TryAgain tryAgain(Collection<UUID> taken, Rejection otherwise) {
        lostTimes++;
        lost.addAll(taken);
        return new TryAgain(otherwise);
    }
}
