package dev.unknot.devstack.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What came in, oldest first, kept as lines of JSON; the last {@value #LIMIT} entries. */
final class Journal<T> {

    private static final int LIMIT = 5_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Deque<T> entries = new ArrayDeque<>();

    Journal(Path file, Class<T> type) {
        this.file = file;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file)) {
                try (Stream<String> lines = Files.lines(file)) {
                    lines.map(line -> JSON.readValue(line, type)).forEach(this::keep);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** On disk before it is seen, so that nothing the gateway acknowledged is forgotten by a restart. */
    synchronized void add(T entry) {
        try {
            Files.writeString(
                    file, JSON.writeValueAsString(entry) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        keep(entry);
    }

    synchronized List<T> all() {
        return List.copyOf(entries);
    }

    private void keep(T entry) {
        if (entries.size() == LIMIT) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }
}
