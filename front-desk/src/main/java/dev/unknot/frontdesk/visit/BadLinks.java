package dev.unknot.frontdesk.visit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the links that open nothing, by the address they come from, and shuts the door on an address for a while when
 * there are too many. Guessing a link is hopeless by its length; this keeps those who try anyway from costing anything.
 * An IPv6 network of 64 bits counts as one address, as one household may hold them all. Kept in memory, per instance.
 */
final class BadLinks {

    private final int allowed;
    private final Duration window;
    private final Map<String, Tries> byAddress;

    /**
     * @param allowed bad links per address and window, before the rest of the window is shut
     * @param remembered addresses at most; the one longest unseen is forgotten first
     */
    BadLinks(int allowed, Duration window, int remembered) {
        this.allowed = allowed;
        this.window = window;
        this.byAddress = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
                return size() > remembered;
            }
        };
    }

    synchronized boolean shut(InetAddress address, Instant now) {
        Tries tries = byAddress.get(network(address));
        return tries != null
                && tries.count() >= allowed
                && now.isBefore(tries.since().plus(window));
    }

    synchronized void count(InetAddress address, Instant now) {
        byAddress.merge(
                network(address),
                new Tries(1, now),
                (before, one) -> now.isBefore(before.since().plus(window))
                        ? new Tries(before.count() + 1, before.since())
                        : one);
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
    }

    private record Tries(int count, Instant since) {}
}
