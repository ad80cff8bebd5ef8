package dev.unknot.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {

    @Test
    void whatWasAcknowledgedSurvivesAKillAndARestart(@TempDir Path directory) {
        try (KafkaServer kafka = KafkaServer.start(KafkaSettings.in(directory));
                TestBroker broker = new TestBroker(kafka.bootstrapServers())) {
            broker.createTopic("unknot.test");
            broker.send("unknot.test", "a", "before");

            long killed = kafka.pid();
            kafka.kill();
            assertThat(ProcessHandle.of(killed)).isEmpty();
            assertThat(KafkaServer.isRunning(directory)).isFalse();

            kafka.restart();
            broker.send("unknot.test", "a", "after");
            assertThat(broker.read("unknot.test")).containsExactly("before", "after");
        }
    }

    @Test
    void aBrokerIsNotLeftBehindByAParentThatIsKilled() throws IOException {
        Process parent = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        ProcessHandle broker = ProcessHandle.of(brokerOf(parent)).orElseThrow();

        parent.destroyForcibly();

        Probe.waitUntil("the broker ended", () -> !broker.isAlive());
    }

    @Test
    void aDetachedBrokerIsEndedThroughItsDirectory(@TempDir Path directory) {
        KafkaServer kafka =
                KafkaServer.start(KafkaSettings.in(directory).withHeap("256m").outlivingItsParent());
        assertThat(KafkaServer.isRunning(directory)).isTrue();

        KafkaServer.stop(directory);

        assertThat(KafkaServer.isRunning(directory)).isFalse();
        assertThat(ProcessHandle.of(kafka.pid())).isEmpty();
    }

    private static long brokerOf(Process parent) throws IOException {
        try (BufferedReader out = parent.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = out.readLine()) != null) {
                if (line.startsWith(Parent.BROKER)) {
                    return Long.parseLong(line.substring(Parent.BROKER.length()));
                }
            }
        }
        throw new AssertionError(
                "the parent ended with " + parent.onExit().join().exitValue());
    }

    /** Another test JVM. */
    static final class Parent {

        static final String BROKER = "broker ";

        private Parent() {}

        public static void main(String[] args) throws IOException {
            System.out.println(BROKER + KafkaServer.temporary().pid());
            // Until killed.
            int unread = System.in.read();
            System.out.println(unread);
        }
    }
}
