package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are sent.
 *
 * @param sending false: plan, send nothing
 * @param poll how long at most until a due message is seen when nothing woke the dispatcher
 * @param look how often the consumers' progress is asked for
 * @param longestLag how long ago at most the consumers had read everything; beyond, nothing is sent
 * @param lease how long a dispatcher may keep an SMS; a gateway's call ends within half of it
 * @param mailLease the same for an email; mail servers take their time
 * @param concurrency messages of one channel in the hands of one instance at once
 * @param firstRetry pause after the first call a gateway could not take; doubles each time
 * @param longestRetry the pause grows no longer than this
 * @param shortestWait pause before looking again for a contact or a name not announced yet
 * @param longestWait that pause grows no longer than this
 */
@ConfigurationProperties("unknot.messages")
record MessageSettings(
        @DefaultValue("true") boolean sending,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("1s") Duration look,
        @DefaultValue("1m") Duration longestLag,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("1m") Duration mailLease,
        @DefaultValue("20") int concurrency,
        @DefaultValue("2s") Duration firstRetry,
        @DefaultValue("5m") Duration longestRetry,
        @DefaultValue("1s") Duration shortestWait,
        @DefaultValue("1m") Duration longestWait) {
    MessageSettings {
        requireLease("lease", lease);
        requireLease("mail-lease", mailLease);
        if (concurrency < 1 || concurrency > 200) {
            throw new IllegalArgumentException("unknot.messages.concurrency is 1 to 200, but was " + concurrency);
        }
    }

    Duration lease(Channel channel) {
        return switch (channel) {
            case EMAIL -> mailLease;
            case SMS -> lease;
        };
    }

    private static void requireLease(String name, Duration lease) {
        if (lease.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("unknot.messages." + name + " is at least 1s, but was " + lease);
        }
    }
}
