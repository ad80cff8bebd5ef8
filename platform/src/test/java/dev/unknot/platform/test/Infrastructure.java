package dev.unknot.platform.test;

import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one PostgreSQL and one Kafka of this JVM, each started when first asked for: containers where a Docker engine
 * answers, our own processes elsewhere. Nothing in them outlives the JVM.
 */
public final class Infrastructure {

    /** PostgreSQL: object_in_use. */
    private static final String IN_USE = "55006";

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

    /** A copy of another database, once nobody is connected to it: who has left may end a little later. */
    public Database newDatabase(String template) {
        String name = "test_" + run + "_" + databases.incrementAndGet();
        Probe.waitUntil("nobody is connected to " + template, () -> copied(template, name));
        return servers.database(name);
    }

    private boolean copied(String template, String name) {
        try {
            servers.database("postgres").execute("CREATE DATABASE " + name + " TEMPLATE " + template);
            return true;
        } catch (IllegalStateException failed) {
            if (failed.getCause() instanceof SQLException refused && IN_USE.equals(refused.getSQLState())) {
                return false;
            }
            throw failed;
        }
    }

    public String bootstrapServers() {
        return servers.bootstrapServers();
    }

    /** Put before every topic and group name, it keeps a test class from hearing another. */
    public String newTopicPrefix() {
        return "t" + run + "-" + prefixes.incrementAndGet() + ".";
    }
}
