package dev.unknot.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aDetachedBrokerIsEndedThroughItsDirectory(@TempDir Path directory) {
        KafkaServer kafka =
                KafkaServer.start(KafkaSettings.in(directory).withHeap("256m").outlivingItsParent());
        assertThat(KafkaServer.isRunning(directory)).isTrue();

        KafkaServer.stop(directory);

        assertThat(KafkaServer.isRunning(directory)).isFalse();
        assertThat(ProcessHandle.of(kafka.pid())).isEmpty();
    }
}
