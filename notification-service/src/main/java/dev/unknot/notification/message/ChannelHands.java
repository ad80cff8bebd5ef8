package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due on one channel, each message on a virtual thread, never more at once than the setting says. What
 * hangs on another channel takes none of these hands.
 */
class ChannelHands {
    private static final Logger log = LoggerFactory.getLogger(ChannelHands.class);

    private final Channel channel;
    private final Leases leases;
    private final SendMessage sendMessage;
    private final SendingGate gate;
    private final GatewayBreakers breakers;
    private final MessageSettings settings;

    private final Semaphore hands;
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable Thread loop;

    ChannelHands(
            Channel channel,
            Leases leases,
            SendMessage sendMessage,
            SendingGate gate,
            GatewayBreakers breakers,
            MessageSettings settings) {
        this.channel = channel;
        this.leases = leases;
        this.sendMessage = sendMessage;
        this.gate = gate;
        this.breakers = breakers;
        this.settings = settings;
        this.hands = new Semaphore(settings.concurrency());
    }

    void wake() {
        woken.release();
    }

    void start() {
        // Known before it runs: it works for as long as it is the one.
        Thread next = Thread.ofPlatform()
                .name("dispatcher-" + channel.name().toLowerCase(Locale.ROOT))
                .daemon()
                .unstarted(this::run);
        loop = next;
        next.start();
    }

    /** Takes nothing more; what was begun goes on. */
    void end() {
        loop = null;
        woken.release();
    }

    /** Whether the loop and all hands came to their end within that time. */
    boolean rests(@Nullable Thread stopped, Duration limit) throws InterruptedException {
        boolean rests = (stopped == null || stopped.join(limit))
                && hands.tryAcquire(settings.concurrency(), limit.toMillis(), TimeUnit.MILLISECONDS);
        if (rests) {
            hands.release(settings.concurrency());
        }
        return rests;
    }

    Channel channel() {
        return channel;
    }

    @Nullable
    Thread loop() {
        return loop;
    }

    boolean running() {
        Thread current = loop;
        return current != null && current.isAlive();
    }

    private void run() {
        try {
            while (Thread.currentThread().equals(loop)) {
                if (!tookSome()) {
                    pause();
                }
            }
        } catch (InterruptedException stopped) {
            log.info("The dispatcher of {} was interrupted", channel);
        }
    }

    private boolean tookSome() {
        try {
            return gate.open() && dispatch() > 0;
        } catch (Throwable failed) {
            // An error too: a service whose dispatcher has ended looks healthy and sends nothing.
            log.warn(
                    "Due messages by {} cannot be read now: {}",
                    channel,
                    failed.getClass().getName());
            return false;
        }
    }

    private void pause() throws InterruptedException {
        if (woken.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
            woken.drainPermits();
        }
    }

    private int dispatch() {
        int free = hands.availablePermits();
        if (free == 0) {
            return 0;
        }
        int room = breakers.room(channel, free);
        // What waits in vain is looked at even while the gateway is left alone: it goes by the other channel.
        List<Lease> taken = room > 0 ? leases.take(channel, room) : leases.takeLateReminders(channel, free);
        for (Lease lease : taken) {
            hands.acquireUninterruptibly();
            Thread.ofVirtual().start(() -> send(lease, room == 0));
        }
        return taken.size();
    }

    private void send(Lease lease, boolean anyway) {
        try {
            if (!anyway && breakers.leftAlone(channel)) {
                leases.giveBack(lease);
            } else {
                sendMessage.send(lease);
            }
        } catch (RuntimeException failed) {
            // Its class only: a database's message may quote an address. The lease ends and the next holder finds out.
            log.error(
                    "Message {} was left where it is: {}",
                    lease.message().id(),
                    failed.getClass().getName());
        } finally {
            hands.release();
            woken.release();
        }
    }
}
