package dev.unknot.notification.message;

import org.springframework.stereotype.Component;

/** The time of this JVM's process. */
@Component
class MonotonicTime implements StopWatch {
    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
