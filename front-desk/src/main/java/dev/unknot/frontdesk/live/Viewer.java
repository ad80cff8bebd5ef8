package dev.unknot.frontdesk.live;

import dev.unknot.common.location.LocationId;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page. News that it has not read yet is not piled up: each signal waits for it at most once. */
final class Viewer {

    private final LocationId location;
    private final SseEmitter stream;
    private final LiveSettings settings;
    private final BlockingQueue<Signal> waiting = new LinkedBlockingQueue<>();
    private volatile boolean gone;
    private volatile @Nullable Thread thread;

    Viewer(LocationId location, SseEmitter stream, LiveSettings settings) {
        this.location = location;
        this.stream = stream;
        this.settings = settings;
    }

    boolean watches(LocationId place) {
        return location.equals(place);
    }

    synchronized void tell(Signal signal) {
        if (!waiting.contains(signal)) {
            waiting.add(signal);
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

    private void send(@Nullable Signal signal) throws IOException {
        SseEmitter.SseEventBuilder event = SseEmitter.event();
        stream.send(
                signal == null
                        ? event.comment("still here")
                        : event.name(signal.event())
                                .data("")
                                .reconnectTime(Duration.ofSeconds(1).toMillis()));
    }
}
