package dev.unknot.platform.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** One {@link Rate} for each caller, counted by this instance alone. */
public final class CallerRate {

    private static final long MOST_CALLERS = 100_000;

    private final Rate rate;
    private final String code;
    private final String sentence;
    private final Cache<String, Bucket> buckets;

    /**
     * @param code of the refusal
     * @param sentence of the refusal
     */
    public CallerRate(Rate rate, String code, String sentence) {
        this.rate = rate;
        this.code = code;
        this.sentence = sentence;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(untilFull(rate))
                .build();
    }

    /** Counts one; refuses with 429 where the caller has none left, and says when there will be one. */
    public void count(Caller caller) {
        Bucket bucket = buckets.get(caller.actor(), _ -> full());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Rejection.tooMany(code, sentence, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perMinute(), Duration.ofMinutes(1)))
                .build();
    }

    /** One that has not been asked for so long is like a new one. */
    private static Duration untilFull(Rate rate) {
        return Duration.ofMinutes(1).plusMinutes(rate.burst() / rate.perMinute());
    }
}
