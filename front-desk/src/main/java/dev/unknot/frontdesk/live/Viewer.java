package dev.unknot.frontdesk.live;

import dev.unknot.common.location.LocationId;
import dev.unknot.frontdesk.account.StaffAccount;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One browser. News that it has not read yet is not piled up: each signal of a location waits for it at most once. */
final class Viewer {

    private final Guest guest;
    private final SseEmitter stream;
    private final LiveSettings settings;
    private final BlockingQueue<News> waiting = new LinkedBlockingQueue<>();
    private volatile boolean gone;
    private volatile @Nullable Thread thread;

    Viewer(Guest guest, SseEmitter stream, LiveSettings settings) {
        this.guest = guest;
        this.stream = stream;
        this.settings = settings;
    }

    Guest guest() {
        return guest;
    }

    boolean isOf(StaffAccount account) {
        return guest.account().id().equals(account.id());
    }

    boolean watches(LocationId place) {
        return guest.account().sees(place);
    }

    synchronized void tell(News news) {
        if (!waiting.contains(news)) {
            waiting.add(news);
        }
    }

    void leave() {
        gone = true;
        Thread sender = thread;
        if (sender != null) {
            sender.interrupt();
        }
    }

    /** Sends what comes until the page is gone or its time is up. */
    void serve() {
        thread = Thread.currentThread();
        long end = System.nanoTime() + settings.lifetime().toNanos();
        try {
            while (!gone && System.nanoTime() < end) {
                send(waiting.poll(settings.heartbeat().toMillis(), TimeUnit.MILLISECONDS));
            }
            stream.complete();
        } catch (IOException | IllegalStateException pageIsGone) {
            stream.completeWithError(pageIsGone);
        } catch (InterruptedException leaving) {
            stream.complete();
        }
    }

    private void send(@Nullable News news) throws IOException {
        SseEmitter.SseEventBuilder event = SseEmitter.event();
        stream.send(
                news == null
                        ? event.comment("still here")
                        : event.name(news.signal().event())
                                .data(news.data())
                                .reconnectTime(Duration.ofSeconds(1).toMillis()));
    }
}
