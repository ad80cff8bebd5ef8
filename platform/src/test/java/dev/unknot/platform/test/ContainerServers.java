package dev.unknot.platform.test;

import org.jspecify.annotations.Nullable;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** Containers of Testcontainers, which also removes them. Images are replaceable by the same variables as in compose. */
final class ContainerServers implements Servers {

    private @Nullable PostgreSQLContainer postgres;
    private @Nullable KafkaContainer kafka;

    @Override
    public synchronized Database database(String name) {
        if (postgres == null) {
            postgres = new PostgreSQLContainer(image("POSTGRES_IMAGE", "postgres:18", "postgres"))
                    .withCommand(
                            "postgres -c max_connections=300 -c timezone=UTC -c fsync=off -c synchronous_commit=off");
            postgres.start();
        }
        String url = "jdbc:postgresql://" + postgres.getHost() + ":"
                + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/" + name;
        return new Database(url, postgres.getUsername(), postgres.getPassword());
    }

    @Override
    public synchronized String bootstrapServers() {
        if (kafka == null) {
            kafka = new KafkaContainer(image("KAFKA_IMAGE", "apache/kafka:4.1.0", "apache/kafka"))
                    .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                    .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                    .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "1");
            kafka.start();
        }
        return kafka.getBootstrapServers();
    }

    private static DockerImageName image(String variable, String usual, String kind) {
        String name = System.getenv().getOrDefault(variable, usual);
        return DockerImageName.parse(name).asCompatibleSubstituteFor(kind);
    }
}
