package dev.unknot.platform.test;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * The child process of {@link KafkaServer}: one Kafka node, broker and controller in one. Unless it is detached, it
 * halts as soon as its parent is gone, killed or not: then its standard input reaches its end.
 */
final class KafkaServerMain {

    static final String PROPERTIES = "server.properties";
    static final String READY = "ready";
    static final String DETACHED = "detached";

    private KafkaServerMain() {}

    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        if (!List.of(args).contains(DETACHED)) {
            Thread.ofPlatform().daemon().name("parent-watch").start(KafkaServerMain::endWithParent);
        }
        if (!Files.exists(directory.resolve("data").resolve("meta.properties"))) {
            format(directory);
        }
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings(directory)), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-end"));
        server.startup();
        Files.writeString(
                directory.resolve(READY), Long.toString(ProcessHandle.current().pid()));
        server.awaitShutdown();
    }

    private static Map<Object, Object> settings(Path directory) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(directory.resolve(PROPERTIES))) {
            properties.load(in);
        }
        return properties;
    }

    private static void format(Path directory) {
        String[] command = {
            "format",
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--config",
            directory.resolve(PROPERTIES).toString()
        };
        int answer = StorageTool.execute(command, System.out);
        if (answer != 0) {
            throw new IllegalStateException("formatting " + directory + " ended with " + answer);
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // The parent has nothing to say; only the end counts.
                continue;
            }
        } catch (IOException gone) {
            System.err.println("the parent's pipe broke: " + gone.getMessage());
        }
        Runtime.getRuntime().halt(0);
    }
}
