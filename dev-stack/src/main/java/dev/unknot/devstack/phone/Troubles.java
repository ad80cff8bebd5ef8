package dev.unknot.devstack.phone;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** The numbers the gateway is in trouble with, and who was called meanwhile. */
final class Troubles {

    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
    private final Set<String> called = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch mended = new CountDownLatch(1);

    void make(String phone, Trouble trouble) {
        troubles.put(phone, trouble);
    }

    Optional<Trouble> with(String phone) {
        return Optional.ofNullable(troubles.get(phone));
    }

    /** Whoever waits goes on; what comes from now on is answered. */
    void mend() {
        troubles.clear();
        called.clear();
        CountDownLatch waitedFor = mended;
        mended = new CountDownLatch(1);
        waitedFor.countDown();
    }

    /** Keeps the caller's call open. */
    void await(String phone) {
        CountDownLatch waitedFor = mended;
        called.add(phone);
        try {
            waitedFor.await();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    boolean keepsWaiting(String phone) {
        return called.contains(phone);
    }
}
