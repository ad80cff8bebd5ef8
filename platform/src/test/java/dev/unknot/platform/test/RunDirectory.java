package dev.unknot.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where servers of a test run keep their data: below {@code unknot.run.dir}, else below {@code java.io.tmpdir}. The
 * name of each directory carries the process that made it, so that the next run can clear up after one that was killed.
 */
final class RunDirectory {

    private static final String PREFIX = "unknot-";

    private RunDirectory() {}

    static Path create(String server) {
        try {
            Path base = Files.createDirectories(base());
            return Files.createTempDirectory(
                    base, PREFIX + server + "-" + ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those a process made that is no more. */
    static List<Path> abandoned(String server) {
        String prefix = PREFIX + server + "-";
        try (Stream<Path> all = Files.exists(base()) ? Files.list(base()) : Stream.empty()) {
            return all.filter(dir -> dir.getFileName().toString().startsWith(prefix))
                    .filter(dir -> ownerIsGone(dir.getFileName().toString().substring(prefix.length())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // Files of a server that is just ending vanish underneath; what stays is cleared by the next run.
            return;
        }
    }

    private static Path base() {
        return Path.of(System.getProperty("unknot.run.dir", System.getProperty("java.io.tmpdir", "/tmp")));
    }

    private static boolean ownerIsGone(String pidAndRandom) {
        String pid = pidAndRandom.substring(0, Math.max(0, pidAndRandom.indexOf('-')));
        return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }
}
