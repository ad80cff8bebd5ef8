package dev.unknot.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.platform.test.Ports;
import dev.unknot.platform.test.Probe;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts as they are, in a house of their own, with a Maven and a JVM that only play what the real ones say. */
class DevScriptTest {

    /** Until a script that never ends is taken to hang. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** It goes on when the file {@code may-build} is there. */
    private static final String MAVEN = """
            #!/bin/sh
            echo "$*" >>"$HOUSE/maven-was-asked"
            echo '[INFO] Building Unknot · common 0.1.0-SNAPSHOT                              [1/9]'
            until [ -f "$HOUSE/may-build" ] || [ ! -d "$HOUSE" ]; do sleep 0.05; done
            if [ -f "$HOUSE/broken" ]; then echo '[ERROR] Claims.java:[8,1] class expected'; exit 1; fi
            for service in front-desk therapist-service booking-service notification-service; do
              mkdir -p $service/target && touch $service/target/$service-0.1.0-SNAPSHOT-exec.jar
            done
            mkdir -p common/target dev-stack/target
            """;

    /**
     * The supervisor is ready when the file {@code may-start} is there, and lives until it is ended: then it ends its
     * service, and itself when the file {@code may-end} is there.
     */
    private static final String JVM = """
            #!/bin/sh
            echo "$*" >>"$HOUSE/java-was-asked"
            case "$*" in
              *Supervisor*)
                progress=$UNKNOT_HOME/run/progress
                sh -c 'trap "touch $HOUSE/service-was-told" TERM; while [ -d "$HOUSE" ]; do sleep 0.05; done' &
                service=$!
                end() {
                  touch "$HOUSE/supervisor-was-told"
                  until [ -f "$HOUSE/may-end" ] || [ ! -d "$HOUSE" ]; do sleep 0.05; done
                  kill -KILL $service
                  exit
                }
                trap end TERM
                echo '   0.1 s  starting PostgreSQL and Kafka' >>"$progress"
                until [ -f "$HOUSE/may-start" ] || [ ! -d "$HOUSE" ]; do sleep 0.05; done
                echo READY >>"$progress"
                while [ -d "$HOUSE" ]; do sleep 0.05; done ;;
              *) echo "asked of the ports from ${UNKNOT_PORT_BASE:-8080} on" ;;
            esac
            """;

    @TempDir
    private Path house;

    private final List<Process> begun = new ArrayList<>();

    @BeforeEach
    void aHouse() throws IOException {
        Files.createDirectory(house.resolve("bin"));
        try (Stream<Path> scripts = Files.list(Checkout.root().resolve("bin"))) {
            for (Path script : scripts.toList()) {
                Files.copy(
                        script, house.resolve("bin").resolve(script.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        for (String source : List.of(
                "pom.xml", ".mvn/jvm.config", "common/pom.xml", "common/src/main/A.java", "platform/src/test/B.java")) {
            write(source, "");
        }
        write("jdk/release", "JAVA_VERSION=\"25.0.1\"\n");
        program("jdk/bin/javac", "");
        program("jdk/bin/java", JVM);
        program("tools/mvn", MAVEN);
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        allow("may-end");
        dev("stop");
        allow("may-build");
        for (Process process : begun) {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void aDemoWithoutASystemIsRefusedInOneSentence() {
        Run demo = script("demo");

        assertThat(demo.status()).isEqualTo(1);
        assertThat(demo.said()).isEqualTo("bin/dev: the system is not running; start it with bin/dev\n");
    }

    @Test
    void aDemoWaitsForTheBuildAndTheStartAndSaysSo() {
        Run dev = begin("dev");
        dev.awaitWord("common");

        Run demo = begin("demo");
        demo.awaitWord("the system is being built; this goes on when it is ready");
        assertThat(dev("status").said()).contains("being built by process " + dev.process.pid());
        allow("may-build");
        demo.awaitWord("the system is starting; this goes on when it is ready");
        assertThat(dev("status").said()).contains("starting: not ready yet");
        assertThat(asked("java")).noneMatch(words -> words.endsWith(" demo"));
        allow("may-start");

        assertThat(demo.status()).isZero();
        assertThat(demo.said()).contains("asked of the ports from 8080 on");
        assertThat(asked("java").getLast()).endsWith("dev.unknot.devstack.Dev " + home() + " demo");
        assertThat(dev.status()).isZero();
        assertThat(dev("status").said())
                .contains("supervisor")
                .contains("running")
                .doesNotContain("not ready");
    }

    @Test
    void whoeverWaitsIsToldThatTheStartWasEnded() {
        allow("may-build");
        Run dev = begin("dev");
        dev.awaitWord("starting PostgreSQL and Kafka");
        Run demo = begin("demo");
        demo.awaitWord("the system is starting");

        Run stop = begin("dev", "stop");

        assertThat(dev.status()).isNotZero();
        allow("may-end");
        assertThat(stop.status()).isZero();
        assertThat(stop.said()).isEqualTo("stopped\n");
        assertThat(dev.said()).endsWith("bin/dev: told to end before it was done\n");
        assertThat(demo.status()).isEqualTo(1);
        assertThat(demo.said()).endsWith("bin/dev: the system did not start; bin/dev starts it again and says why\n");
        assertThat(dev("status").status()).isEqualTo(3);
        assertThat(house.resolve("supervisor-was-told")).exists();
        assertThat(house.resolve("service-was-told")).doesNotExist();
    }

    @Test
    void aBuildThatIsEndedStartsNothingAfterwards() {
        Run dev = begin("dev");
        dev.awaitWord("common");

        assertThat(dev("stop").said()).isEqualTo("stopped\n");
        allow("may-build");

        assertThat(dev.status()).isNotZero();
        assertThat(dev.said()).endsWith("bin/dev: told to end before it was done\n");
        assertThat(asked("java")).isEmpty();
        assertThat(dev("status").said()).contains("not running");
    }

    @Test
    void theFirstBuildSaysThatItTakesMinutesAndEachHowLongItTook() {
        allow("may-build");

        Run first = dev("build");
        Run unchanged = dev("build");
        write("common/src/main/A.java", "class A {}");
        Run changed = dev("build");

        assertThat(first.said())
                .containsSubsequence(
                        "building (log: " + home() + "/log/build.log)",
                        "the first build takes some minutes and fetches libraries",
                        " s  common\n",
                        "built in ")
                .matches("(?s).*built in \\d+ s\n");
        assertThat(unchanged.said()).isEmpty();
        assertThat(changed.said()).doesNotContain("first build").matches("(?s).*built in \\d+ s\n");
        assertThat(asked("maven")).hasSize(2);
    }

    @Test
    void aBuildThatFailsSaysWhyAndIsTriedAgain() {
        allow("may-build");
        allow("broken");

        Run failed = dev("build");

        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.said())
                .contains("[ERROR] Claims.java:[8,1] class expected")
                .endsWith("bin/dev: the build failed; all of it is in " + home() + "/log/build.log\n");
        assertThat(dev("build").status()).isEqualTo(1);
        assertThat(asked("maven")).hasSize(2);
    }

    @Test
    void twoStartsAreOneBuildAndOneSystem() {
        Run first = begin("dev");
        first.awaitWord("common");
        Run second = begin("dev");
        second.awaitWord(already(first));

        allow("may-build");
        allow("may-start");

        assertThat(first.status()).isZero();
        assertThat(second.status()).isZero();
        assertThat(first.said()).contains("Unknot is running.");
        assertThat(second.said()).contains("already running").contains("Unknot is running.");
        assertThat(asked("maven")).hasSize(1);
        assertThat(asked("java")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "reset"})
    void whoeverWaitsForTheStartOfAnotherStartsNothingAfterAStop(String ending) {
        Run first = begin("dev");
        first.awaitWord("common");
        List<Run> all = List.of(first, begin("dev"), begin("dev", "build"));
        all.stream().skip(1).forEach(run -> run.awaitWord(already(first)));

        assertThat(dev(ending).status()).isZero();
        allow("may-build");

        assertThat(all).allSatisfy(run -> {
            assertThat(run.status()).isEqualTo(143);
            assertThat(run.said()).endsWith("bin/dev: told to end before it was done\n");
        });
        assertThat(asked("maven")).hasSize(1);
        assertThat(dev("status").said()).isEqualTo("not running\n");
    }

    @Test
    void aStartWaitsForAStopThatIsUnderWay() {
        allow("may-build");
        allow("may-start");
        assertThat(dev().status()).isZero();
        Run stop = begin("dev", "stop");
        Probe.waitUntil(
                "the supervisor is told to end", LIMIT, () -> Files.exists(house.resolve("supervisor-was-told")));

        Run dev = begin("dev");
        dev.awaitWord(already(stop));
        assertThat(dev("status").said()).doesNotContain("being built");
        allow("may-end");

        assertThat(stop.status()).isZero();
        assertThat(dev.status()).isZero();
        assertThat(dev.said()).contains("starting PostgreSQL and Kafka").contains("Unknot is running.");
        assertThat(asked("java")).hasSize(2);
    }

    /** It writes the same jars. */
    @Test
    void aBuildWhoseScriptWasKilledIsWaitedForByAllAndThenOneBuilds() {
        Run first = begin("dev", "build");
        first.awaitWord("common");
        first.process.destroyForcibly();
        assertThat(first.status()).isEqualTo(137);

        List<Run> others = List.of(begin("dev", "build"), begin("dev", "build"), begin("dev", "build"));
        others.forEach(run -> run.awaitWord(already(first)));
        assertThat(asked("maven")).hasSize(1);
        allow("may-build");

        assertThat(others).allMatch(run -> run.status() == 0);
        assertThat(asked("maven")).hasSize(2);
    }

    @Test
    void aBuildWhoseScriptWasKilledIsEndedByAStop() {
        Run first = begin("dev", "build");
        first.awaitWord("common");
        List<ProcessHandle> parts = first.process.descendants().toList();
        assertThat(parts).hasSizeGreaterThan(2);
        first.process.destroyForcibly();

        assertThat(dev("stop").said()).isEqualTo("stopped\n");

        awaitEnd(parts);
        allow("may-build");
        assertThat(dev("build").status()).isZero();
        assertThat(asked("maven")).hasSize(2);
    }

    /** Such a process is the child of a thread that is not the JVM's first. */
    @Test
    void whatTheJvmOfABuildHasBegunIsEndedWithIt() {
        program(
                "tools/mvn",
                "#!/bin/sh\nexec %s -cp '%s' -XX:TieredStopAtLevel=1 '%s'\n"
                        .formatted(Launch.JAVA, System.getProperty("java.class.path"), Forking.class.getName()));
        Run dev = begin("dev", "build");
        Probe.waitUntil("it has begun another", LIMIT, () -> Files.exists(house.resolve("begun")));
        List<ProcessHandle> parts = dev.process.descendants().toList();

        assertThat(dev("stop").said()).isEqualTo("stopped\n");

        awaitEnd(parts);
    }

    /** A JVM as Maven's that has begun another process. */
    static final class Forking {

        public static void main(String[] args) throws Exception {
            new ProcessBuilder("sh", "-c", "touch $HOUSE/begun; while [ -d $HOUSE ]; do sleep 0.05; done")
                    .start()
                    .waitFor();
        }
    }

    /** After the machine was started anew the number of a start that was killed may be anyone's. */
    @Test
    void whoeverHasTheNumberOfAStartThatIsNoMoreIsLeftAlone() throws IOException {
        Process other = new ProcessBuilder("sh", "-c", "read word", "bin/dev", "start").start();
        begun.add(other);
        write(".unknot/run/lock", other.pid() + "\n");
        allow("may-build");

        assertThat(dev("status").said()).isEqualTo("not running\n");
        assertThat(dev("build").said()).startsWith("building");
        write(".unknot/run/lock", other.pid() + "\n");
        assertThat(dev("stop").said()).isEqualTo("stopped\n");
        assertThat(other.isAlive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "build", "stop"})
    void aSystemThatCannotBeWrittenToIsNotWaitedFor(String command) throws IOException {
        Files.createDirectory(home());
        Files.createSymbolicLink(home().resolve("run"), Path.of("/dev/fd"));

        Run dev = dev(command);

        assertThat(dev.status()).isEqualTo(1);
        assertThat(dev.said()).isEqualTo("bin/dev: nothing can be written to " + home() + "/run\n");
        Files.delete(home().resolve("run"));
    }

    @Test
    void aMachineWithoutLocksIsToldWhatIsMissing() {
        program("tools/flock", "#!/bin/sh\nexit 127\n");

        Run dev = dev("build");

        assertThat(dev.status()).isEqualTo(1);
        assertThat(dev.said())
                .isEqualTo("bin/dev: nothing can be locked in " + home()
                        + "/run; that takes flock (Debian: apt-get install util-linux)\n");
    }

    @Test
    void aStartThatNobodyWatchesAnyMoreIsTakenUpAgain() {
        allow("may-build");
        Run first = begin("dev");
        first.awaitWord("starting PostgreSQL and Kafka");
        first.process.destroyForcibly();

        Run second = begin("dev");
        second.awaitWord("already starting");
        allow("may-start");

        assertThat(second.status()).isZero();
        assertThat(second.said()).contains("starting PostgreSQL and Kafka").contains("Unknot is running.");
        assertThat(asked("java")).hasSize(1);
    }

    @Test
    void aSystemThatRunsIsAskedOnItsOwnPorts() {
        allow("may-build");
        allow("may-start");
        assertThat(begin(Map.of("UNKNOT_PORT_BASE", "20300"), "dev").status()).isZero();

        Run again = dev();

        assertThat(again.said())
                .contains("already running")
                .contains("it stays on the ports it was started with; to move it, end it first: bin/dev stop")
                .contains("http://localhost:20300\n");
        assertThat(script("demo").said()).contains("asked of the ports from 20300 on");
        assertThat(asked("java")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOT_POSTGRES_PORT, token owner, PostgreSQL does not answer",
        "UNKNOT_FRONT_DESK_PORT, clock +1h, no answer to POST http://localhost:",
    })
    void aSystemThatHasLostAPartSaysWhich(String port, String words, String sentence) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Launch.JAVA, "-cp", System.getProperty("java.class.path"), Dev.class.getName()));
        command.add(home().toString());
        command.addAll(List.of(words.split(" ")));

        Run dev = begin(Map.of(port, Integer.toString(Ports.free())), command);

        assertThat(dev.status()).isEqualTo(1);
        assertThat(dev.said().lines())
                .singleElement()
                .asString()
                .startsWith("bin/dev: " + sentence)
                .endsWith("; bin/dev status says what runs, bin/dev logs why");
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOT_PORT_BASE, ninety, 65512",
        "UNKNOT_PORT_BASE, '', 65512",
        "UNKNOT_PORT_BASE, 65513, 65512",
        "UNKNOT_FRONT_DESK_PORT, 65536, 65535",
        "UNKNOT_KAFKA_CONTROLLER_PORT, 08080, 65535",
    })
    void whatIsNoPortIsRefusedBeforeAnythingIsBuilt(String setting, String value, int highest) {
        allow("may-build");
        allow("may-start");

        Run dev = begin(Map.of(setting, value), "dev");

        assertThat(dev.status()).isEqualTo(1);
        assertThat(dev.said())
                .isEqualTo("bin/dev: %s is '%s', and has to be a port: a number from 1 to %d.\n"
                        .formatted(setting, value, highest));
        assertThat(asked("maven")).isEmpty();
    }

    @Test
    void statusTellsCachesInTheMakingUntilTheyAreMadeAndWhatWasSaidSinceTheStart() throws IOException {
        allow("may-build");
        allow("may-start");
        assertThat(dev().status()).isZero();
        Process cache = new ProcessBuilder("sh", "-c", "read word", home().toString()).start();
        begun.add(cache);
        write(".unknot/run/booking-service-cache.pid", cache.pid() + "\n");
        Files.writeString(
                home().resolve("run/progress"),
                Files.readString(home().resolve("run/progress"))
                        + "  99.0 s  front-desk has no start-up cache: was given up\n");

        Run status = dev("status");

        assertThat(status.status()).isZero();
        assertThat(status.said())
                .containsPattern("booking-service-cache +makes a start-up cache at low priority, for \\d+ min so far")
                .containsPattern("supervisor +running +pid \\d+")
                .contains("front-desk has no start-up cache: was given up")
                .doesNotContain("starting PostgreSQL");

        program("tools/date", """
                #!/bin/sh
                [ "$1" != -r ] || rm -f "$2"
                PATH=${PATH#*:} exec date "$@"
                """);
        Run after = dev("status");

        assertThat(after.status()).isZero();
        assertThat(after.said())
                .doesNotContain("cache at low priority")
                .containsPattern("supervisor +running +pid \\d+")
                .endsWith("state: " + home() + "\n");

        write(".unknot/kafka/kafka.pid", "0\n");
        allow("may-end");
        dev("stop");
        assertThat(dev("status").said()).isEqualTo("not running\n");
    }

    private Run dev(String... words) {
        return script("dev", words);
    }

    /** Waits until it has ended. */
    private Run script(String name, String... words) {
        Run run = begin(name, words);
        run.status();
        return run;
    }

    private Run begin(String name, String... words) {
        return begin(Map.of(), name, words);
    }

    private Run begin(Map<String, String> environment, String name, String... words) {
        List<String> command =
                new ArrayList<>(List.of(house.resolve("bin").resolve(name).toString()));
        command.addAll(List.of(words));
        return begin(environment, command);
    }

    private Run begin(Map<String, String> environment, List<String> command) {
        Path output = house.resolve("output-" + begun.size());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(house.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> variables = builder.environment();
        variables.keySet().removeIf(variable -> variable.startsWith("UNKNOT_"));
        variables.put("HOUSE", house.toString());
        variables.put("UNKNOT_HOME", home().toString());
        variables.put("JAVA_HOME", house.resolve("jdk").toString());
        variables.put("PATH", house.resolve("tools") + File.pathSeparator + variables.get("PATH"));
        variables.putAll(environment);
        try {
            Run run = new Run(builder.start(), output);
            begun.add(run.process);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String already(Run other) {
        return "the system is being built, started or stopped already (by process " + other.process.pid() + ")";
    }

    private static void awaitEnd(List<ProcessHandle> processes) {
        // What has ended has no command, even where nobody takes note of its end.
        Probe.waitUntil(
                "all have ended",
                LIMIT,
                () -> processes.stream()
                        .allMatch(process -> process.info().command().isEmpty()));
    }

    private Path home() {
        return house.resolve(".unknot");
    }

    private void allow(String file) {
        write(file, "");
    }

    /** The words of each call. */
    private List<String> asked(String program) {
        Path file = house.resolve(program + "-was-asked");
        return Files.exists(file) ? text(file).lines().toList() : List.of();
    }

    private void program(String path, String script) {
        write(path, script);
        assertThat(house.resolve(path).toFile().setExecutable(true)).isTrue();
    }

    private void write(String path, String text) {
        try {
            Files.createDirectories(house.resolve(path).getParent());
            Files.writeString(house.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A script under way, or one that has ended. */
    private record Run(Process process, Path output) {

        /** Waits for its end. */
        int status() {
            Probe.waitUntil("the script ended; it said: " + said(), LIMIT, () -> !process.isAlive());
            return process.exitValue();
        }

        String said() {
            return text(output);
        }

        void awaitWord(String word) {
            Probe.waitUntil("it says " + word, LIMIT, () -> said().contains(word) || !process.isAlive());
            assertThat(said()).contains(word);
        }
    }
}
