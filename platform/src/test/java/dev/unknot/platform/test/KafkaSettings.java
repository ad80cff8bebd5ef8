package dev.unknot.platform.test;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * How a {@link KafkaServer} runs.
 *
 * @param directory holds its data, its log and its pid
 * @param port the clients' port on loopback
 * @param controllerPort the broker's own way to its controller
 * @param heap as in {@code -Xmx}, such as {@code 512m}
 * @param detached whether it outlives the process that started it
 */
public record KafkaSettings(Path directory, int port, int controllerPort, String heap, boolean detached) {

    public KafkaSettings {
        directory = directory.toAbsolutePath();
    }

    /** On free ports, with 512 MiB of heap, ending with its parent. */
    public static KafkaSettings in(Path directory) {
        return new KafkaSettings(directory, Ports.free(), Ports.free(), "512m", false);
    }

    public KafkaSettings onPorts(int port, int controllerPort) {
        return new KafkaSettings(directory, port, controllerPort, heap, detached);
    }

    public KafkaSettings withHeap(String heap) {
        return new KafkaSettings(directory, port, controllerPort, heap, detached);
    }

    public KafkaSettings outlivingItsParent() {
        return new KafkaSettings(directory, port, controllerPort, heap, true);
    }

    void write() throws IOException {
        try (Writer out = Files.newBufferedWriter(directory.resolve(KafkaServerMain.PROPERTIES))) {
            properties().store(out, null);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", "1");
        properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        properties.setProperty("log.dirs", directory.resolve("data").toString());
        // After a kill the node waits until its former self is given up.
        properties.setProperty("broker.session.timeout.ms", "3000");
        properties.setProperty("broker.heartbeat.interval.ms", "500");
        properties.setProperty("auto.create.topics.enable", "false");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        properties.setProperty("offsets.topic.num.partitions", "1");
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("transaction.state.log.num.partitions", "1");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("share.coordinator.state.topic.num.partitions", "1");
        properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
        properties.setProperty("num.network.threads", "2");
        properties.setProperty("num.io.threads", "4");
        properties.setProperty("background.threads", "2");
        properties.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
        properties.setProperty("log.cleaner.io.buffer.size", "262144");
        // The default of 10 MiB is mapped twice per partition.
        properties.setProperty("log.index.size.max.bytes", "1048576");
        return properties;
    }
}
