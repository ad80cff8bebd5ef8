package dev.unknot.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Tells {@code bin/dev}, which reads the file line by line, how far the start is; the last line begins with a verdict. */
final class Progress {

    private final Path file;
    private final long start = System.nanoTime();

    Progress(Path home) {
        this.file = home.resolve("run").resolve("progress");
    }

    synchronized void say(String line) {
        write("%6.1f s  %s".formatted((System.nanoTime() - start) / 1e9, line));
    }

    void ready() {
        write("READY");
    }

    void failed(String why) {
        write("FAILED " + why);
    }

    private synchronized void write(String line) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    String.format(Locale.ROOT, "%s%n", line),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
