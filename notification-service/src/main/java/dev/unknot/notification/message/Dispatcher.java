package dev.unknot.notification.message;

import dev.unknot.platform.transaction.Attempts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Takes due messages off the ledger and has each sent on a virtual thread, never more at once than the setting says. */
@Component
class Dispatcher implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final Messages messages;
    private final SendMessage sendMessage;
    private final SendingGate gate;
    private final Attempts attempts;
    private final MessageSettings settings;
    private final Clock clock;

    private final Semaphore hands;
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable Thread loop;

    Dispatcher(
            Messages messages,
            SendMessage sendMessage,
            SendingGate gate,
            Attempts attempts,
            MessageSettings settings,
            Clock clock) {
        this.messages = messages;
        this.sendMessage = sendMessage;
        this.gate = gate;
        this.attempts = attempts;
        this.settings = settings;
        this.clock = clock;
        this.hands = new Semaphore(settings.concurrency());
    }

    @TransactionalEventListener
    void wake(MessagesPlanned planned) {
        woken.release();
    }

    @Override
    public void start() {
        // Known before it runs: it works for as long as it is the one.
        Thread next = Thread.ofPlatform().name("dispatcher").daemon().unstarted(this::run);
        loop = next;
        next.start();
    }

    /** Lets what was begun come to its end; a gateway is given up on within half a lease. */
    @Override
    public void stop() {
        Thread stopped = loop;
        loop = null;
        woken.release();
        try {
            if (stopped != null
                    && stopped.join(settings.lease())
                    && hands.tryAcquire(settings.concurrency(), settings.lease().toMillis(), TimeUnit.MILLISECONDS)) {
                hands.release(settings.concurrency());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        Thread current = loop;
        return current != null && current.isAlive();
    }

    @Override
    public boolean isAutoStartup() {
        return settings.sending();
    }

    private void run() {
        try {
            while (Thread.currentThread().equals(loop)) {
                if (!tookSome()) {
                    pause();
                }
            }
        } catch (InterruptedException stopped) {
            log.info("The dispatcher was interrupted");
        }
    }

    private boolean tookSome() {
        try {
            return gate.open() && dispatch() > 0;
        } catch (Throwable failed) {
            // An error too: a service whose dispatcher has ended looks healthy and sends nothing.
            log.warn("Due messages cannot be read now: {}", failed.getClass().getName());
            return false;
        }
    }

    private void pause() throws InterruptedException {
        if (woken.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
            woken.drainPermits();
        }
    }

    /** How many were taken off. */
    int dispatch() {
        int free = hands.availablePermits();
        if (free == 0) {
            return 0;
        }
        Instant now = clock.instant();
        List<Message> claimed = attempts.run(() -> messages.claim(now, now.plus(settings.lease()), free));
        for (Message message : claimed) {
            hands.acquireUninterruptibly();
            Thread.ofVirtual().start(() -> send(message));
        }
        return claimed.size();
    }

    private void send(Message message) {
        try {
            sendMessage.send(message);
        } catch (RuntimeException failed) {
            // Its class only: a database's message may quote an address. The lease ends and the next holder finds out.
            log.error(
                    "Message {} was left where it is: {}",
                    message.id(),
                    failed.getClass().getName());
        } finally {
            hands.release();
            woken.release();
        }
    }
}
