package dev.unknot.devstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line of a service's JVM.
 *
 * @param home names the stack on the command line, so that {@code bin/dev stop} never ends another's process
 * @param cache an AOT cache made with the same jar, null for none
 */
record Launch(Path home, Path jar, @Nullable Path cache) {

    /** Neither UTC nor a location's zone, so that code which leans on the machine's zone is found out. */
    private static final String ZONE = "Pacific/Chatham";

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    List<String> command(String... more) {
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                // One that goes on without memory answers nobody and looks alive.
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=" + ZONE,
                "-Dunknot.home=" + home,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (cache != null) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(List.of(more));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }
}
