package dev.unknot.frontdesk.live;

import dev.unknot.common.location.LocationId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The browsers that listen now at this instance. */
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
     * A stream for all pages of a browser. It begins with a signal of each kind, for what they may have missed between
     * being made and listening.
     *
     * @param guest hears of the locations that their account sees
     */
    public synchronized Welcome welcome(Guest guest) {
        if (!running || open.size() >= settings.viewers()) {
            return new Welcome.Full();
        }
        if (open.stream().filter(viewer -> viewer.isOf(guest.account())).count() >= settings.viewersOfAnAccount()) {
            return new Welcome.TooManyOfAccount();
        }
        // Without a time limit of the container's: the viewer keeps its own.
        return new Welcome.In(seat(guest, new SseEmitter(0L)));
    }

    SseEmitter seat(Guest guest, SseEmitter stream) {
        Viewer viewer = new Viewer(guest, stream, settings);
        for (Signal signal : Signal.values()) {
            viewer.tell(News.everywhere(signal));
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
        News news = new News(signal, location);
        open.stream().filter(viewer -> viewer.watches(location)).forEach(viewer -> viewer.tell(news));
    }

    void tellAll(Signal signal) {
        open.forEach(viewer -> viewer.tell(News.everywhere(signal)));
    }

    Set<Guest> guests() {
        return open.stream().map(Viewer::guest).collect(Collectors.toSet());
    }

    void dismiss(Set<Guest> over) {
        open.stream().filter(viewer -> over.contains(viewer.guest())).forEach(this::goodbye);
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
