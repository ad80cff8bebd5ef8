package dev.unknot.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.unknot.platform.test.Probe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a machine that is busy all the time, caches are in nobody's way for longer than ten minutes in all. */
class AotCachesTest {

    private static final String GIVEN_UP = "was given up 10 minutes after the first was begun";

    @TempDir
    private Path home;

    private final AtomicLong nanos = new AtomicLong(-1);

    @Test
    void noneIsBegunOnceTheTimeOfAllOfThemIsOver() throws IOException {
        AotCaches caches = new AotCaches(home, nanos::get);
        assertThatIllegalStateException()
                .as("there is no jar to run")
                .isThrownBy(() -> caches.make(Service.FRONT_DESK, Map.of()))
                .withMessageStartingWith("ended with 1");

        Files.delete(home.resolve("log/front-desk-cache.log"));
        nanos.addAndGet(Duration.ofMinutes(10).toNanos());

        assertThatIllegalStateException()
                .isThrownBy(() -> caches.make(Service.FRONT_DESK, Map.of()))
                .withMessage(GIVEN_UP);
        assertThat(home.resolve("log/front-desk-cache.log")).doesNotExist();
    }

    @Test
    void oneThatIsNotDoneByThenIsEnded() throws IOException {
        AotCaches caches = new AotCaches(home, nanos::get);
        assertThatIllegalStateException().isThrownBy(() -> caches.make(Service.FRONT_DESK, Map.of()));
        packageAsService(Endless.class, caches.launch(Service.FRONT_DESK).jar());

        nanos.addAndGet(Duration.ofMinutes(10).toNanos() - 1_000_000);

        assertThatIllegalStateException()
                .isThrownBy(() -> caches.make(Service.FRONT_DESK, Map.of()))
                .withMessage(GIVEN_UP);
        assertThat(home.resolve("log/front-desk-cache.log")).exists();
        assertThat(home.resolve("run/front-desk-cache.pid")).doesNotExist();
        Probe.waitUntil(
                "its JVM is gone",
                () -> ProcessHandle.current()
                        .descendants()
                        .noneMatch(process ->
                                process.info().commandLine().orElse("").contains(home.toString())));
    }

    private static void packageAsService(Class<?> main, Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        String name = main.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream bytes = Objects.requireNonNull(main.getResourceAsStream("/" + name))) {
            out.putNextEntry(new ZipEntry(name));
            bytes.transferTo(out);
        }
    }

    /** Waits for a word that nobody says. */
    static final class Endless {

        private Endless() {}

        public static void main(String[] args) throws IOException {
            System.exit(System.in.read());
        }
    }
}
