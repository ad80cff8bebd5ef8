package dev.unknot.platform.test;

import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/** Where the servers of a test run come from. */
interface Servers {

    Database database(String name);

    String bootstrapServers();

    static Servers choose() {
        boolean docker = dockerAnswers();
        System.out.println("Tests run on PostgreSQL and Kafka "
                + (docker
                        ? "in containers, as a Docker engine answers."
                        : "as own processes, as no Docker engine answers."));
        return docker ? new ContainerServers() : new EmbeddedServers();
    }

    private static boolean dockerAnswers() {
        // Testcontainers takes seconds to find out what these two say at once.
        boolean engineInSight = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return engineInSight && DockerClientFactory.instance().isDockerAvailable();
    }
}
