package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import dev.unknot.platform.transaction.Attempts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes due messages off the ledger, one channel at a time. */
@Component
class Leases {
    private final Messages messages;
    private final Attempts attempts;
    private final MessageSettings settings;
    private final StopWatch stopWatch;
    private final Clock clock;

    Leases(Messages messages, Attempts attempts, MessageSettings settings, StopWatch stopWatch, Clock clock) {
        this.messages = messages;
        this.attempts = attempts;
        this.settings = settings;
        this.stopWatch = stopWatch;
        this.clock = clock;
    }

    List<Lease> take(Channel channel, int most) {
        return take(channel, most, false);
    }

    /** Only reminders of which half of their time is over. */
    List<Lease> takeLateReminders(Channel channel, int most) {
        return take(channel, most, true);
    }

    private List<Lease> take(Channel channel, int most, boolean late) {
        // Read first, so that the lease seems shorter than it is rather than longer.
        long taken = stopWatch.nanos();
        Instant now = clock.instant();
        return attempts.run(() -> messages.claim(channel, now, now.plus(settings.lease(channel)), most, late)).stream()
                .map(message -> new Lease(message, taken))
                .toList();
    }

    /** Nothing was done for it: whoever is next may take it at once. */
    void giveBack(Lease lease) {
        attempts.run(() -> {
            boolean held = messages.hold(lease.message());
            if (held) {
                messages.giveBack(lease.message(), clock.instant());
            }
            return held;
        });
    }
}
