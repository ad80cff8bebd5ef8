package dev.unknot.frontdesk.live;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A page at the other end of a stream, which writes down what it hears. */
final class OpenPage extends SseEmitter {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Override
    public void send(SseEventBuilder builder) {
        Set<DataWithMediaType> parts = builder.build();
        heard.add(
                parts.iterator().next().getData().toString().lines().findFirst().orElse(""));
    }

    List<String> heard() {
        return List.copyOf(heard);
    }
}
