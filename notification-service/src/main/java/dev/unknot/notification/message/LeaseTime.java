package dev.unknot.notification.message;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Tells whether a leased message may still be handed to a gateway: the call takes up to half the lease. */
@Component
class LeaseTime {
    private final MessageSettings settings;
    private final StopWatch stopWatch;
    private final Clock clock;

    LeaseTime(MessageSettings settings, StopWatch stopWatch, Clock clock) {
        this.settings = settings;
        this.stopWatch = stopWatch;
        this.clock = clock;
    }

    /**
     * True from half the lease on, by the stop watch or by the clock. The stop watch sees a process that was frozen, and
     * a clock that was set back does not mislead it. The clock sees a machine that was suspended with its stop watch.
     */
    boolean over(Lease lease) {
        Message message = lease.message();
        Duration half = settings.lease(message.channel()).dividedBy(2);
        return stopWatch.nanos() - lease.taken() >= half.toNanos()
                || clock.instant().isAfter(message.lookedAtNext().minus(half));
    }
}
