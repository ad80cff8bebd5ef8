package dev.unknot.frontdesk.live;

import dev.unknot.common.location.LocationId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The pages that are open now at this instance. */
@Component
@EnableConfigurationProperties(LiveSettings.class)
public class Viewers implements SmartLifecycle {

    private final LiveSettings settings;
    private final Set<Viewer> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Viewers(LiveSettings settings) {
        this.settings = settings;
    }

    /**
     * A stream for a page that shows {@code location}. It begins with a signal of each kind, for what the page may have
     * missed between being made and listening. Empty when there are too many, or the service is about to stop.
     */
    public Optional<SseEmitter> welcome(LocationId location) {
        if (!running || open.size() >= settings.viewers()) {
            return Optional.empty();
        }
        // Without a time limit of the container's: the viewer keeps its own.
        return Optional.of(seat(location, new SseEmitter(0L)));
    }

    SseEmitter seat(LocationId location, SseEmitter stream) {
        Viewer viewer = new Viewer(location, stream, settings);
        for (Signal signal : Signal.values()) {
            viewer.tell(signal);
        }
        open.add(viewer);
        stream.onCompletion(() -> goodbye(viewer));
        stream.onError(failure -> goodbye(viewer));
        Thread.ofVirtual().name("live").start(() -> {
            try {
                viewer.serve();
            } finally {
                open.remove(viewer);
            }
        });
        return stream;
    }

    void tell(LocationId location, Signal signal) {
        open.stream().filter(viewer -> viewer.watches(location)).forEach(viewer -> viewer.tell(signal));
    }

    void tellAll(Signal signal) {
        open.forEach(viewer -> viewer.tell(signal));
    }

    int count() {
        return open.size();
    }

    private void goodbye(Viewer viewer) {
        open.remove(viewer);
        viewer.leave();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(Viewer::leave);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped before the web server, which would otherwise wait for the streams to end by themselves. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 10;
    }
}
