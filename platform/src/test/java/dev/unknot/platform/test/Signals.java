package dev.unknot.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals the JDK has no word for. */
final class Signals {

    private Signals() {}

    /** SIGINT: to PostgreSQL, a fast shutdown that does not wait for its clients, as SIGTERM does. */
    static void interrupt(long pid) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
