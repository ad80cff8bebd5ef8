package dev.unknot.booking.slot;

import dev.unknot.booking.availability.SlotQuery;
import dev.unknot.platform.limit.CostlyWork;
import dev.unknot.platform.limit.Overloaded;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * A search of a few days at one location takes microseconds and is made at once. A wide one, over many days at many locations,
 * may take seconds: those are made a few at a time, so that no crowd of them keeps a booking or a probe waiting.
 */
@Component
final class WideSearches {

    /** Days, summed over the locations. */
    private static final long WIDE = 31;

    private final CostlyWork work;

    WideSearches(SearchSettings settings) {
        work = new CostlyWork("wide-search", settings.places(), settings.patience());
    }

    /**
     * Returns what {@code search} finds for {@code query}.
     *
     * @throws Rejection 429, where the caller makes too many wide ones at once
     * @throws Overloaded 503, where all do
     */
    <T> T run(SlotQuery query, Caller caller, Supplier<T> search) {
        return isWide(query) ? work.run(caller, search) : search.get();
    }

    @PreDestroy
    void close() {
        work.close();
    }

    private static boolean isWide(SlotQuery query) {
        long days = Duration.between(query.from(), query.to()).toDays() + 1;
        return query.locations() == null || days * query.locations().size() > WIDE;
    }
}
