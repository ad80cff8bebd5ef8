package dev.unknot.platform.test;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one PostgreSQL and one Kafka of this JVM, each started when first asked for: containers where a Docker engine
 * answers, our own processes elsewhere. Nothing in them outlives the JVM.
 */
public final class Infrastructure {

    private static final Infrastructure ONLY = new Infrastructure();

    private final Servers servers = Servers.choose();
    // Two runs may share a broker's container.
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger databases = new AtomicInteger();
    private final AtomicInteger prefixes = new AtomicInteger();

    private Infrastructure() {}

    public static Infrastructure get() {
        return ONLY;
    }

    /** An empty database. */
    public Database newDatabase() {
        return newDatabase("template1");
    }

    /** A copy of another database of this server, which nobody may be connected to meanwhile. */
    public Database newDatabase(String template) {
        String name = "test_" + run + "_" + databases.incrementAndGet();
        servers.database("postgres").execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        return servers.database(name);
    }

    public String bootstrapServers() {
        return servers.bootstrapServers();
    }

    /** Put before every topic and group name, it keeps a test class from hearing another. */
    public String newTopicPrefix() {
        return "t" + run + "-" + prefixes.incrementAndGet() + ".";
    }
}
