package dev.unknot.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.KafkaServer;
import dev.unknot.platform.test.KafkaSettings;
import dev.unknot.platform.test.Probe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayWithoutBrokerTest {

    @Test
    void theBacklogGrowsWhileTheBrokerIsAwayAndDrainsInOrder(@TempDir Path directory) {
        List<UUID> clients = Stream.generate(Ids::next).limit(20).toList();
        List<Long> inOrder = LongStream.rangeClosed(1, 10).boxed().toList();
        try (KafkaServer kafka = KafkaServer.start(KafkaSettings.in(directory))) {
            RelayStage stage = new RelayStage(kafka.bootstrapServers(), Duration.ofSeconds(3));
            Relay relay = stage.relay();
            relay.start();
            try {
                clients.forEach(client -> stage.announce(client, 1, "A"));
                Probe.waitUntil("the first events have left", () -> stage.waiting() == 0);

                kafka.kill();
                for (long sequence = 2; sequence <= 10; sequence++) {
                    for (UUID client : clients) {
                        stage.announce(client, sequence, "A");
                    }
                }
                assertThat(stage.waiting()).isEqualTo(180);

                kafka.restart();
                Probe.waitUntil("the backlog has drained", Duration.ofSeconds(60), () -> stage.waiting() == 0);
                // What the broker took without being able to say so is sent again under the same id.
                assertThat(stage.arrived())
                        .containsOnlyKeys(clients)
                        .allSatisfy((client, sequences) ->
                                assertThat(sequences.stream().distinct()).containsExactlyElementsOf(inOrder));
            } finally {
                relay.stop();
            }
        }
    }
}
