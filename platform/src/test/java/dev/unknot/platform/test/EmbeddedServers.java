package dev.unknot.platform.test;

import org.jspecify.annotations.Nullable;

/** Our own processes; see {@link PostgresServer} and {@link KafkaServer}. */
final class EmbeddedServers implements Servers {

    private @Nullable PostgresServer postgres;
    private @Nullable KafkaServer kafka;

    @Override
    public synchronized Database database(String name) {
        if (postgres == null) {
            postgres = PostgresServer.temporary();
        }
        return new Database(postgres.jdbcUrl(name), "postgres", "");
    }

    @Override
    public synchronized String bootstrapServers() {
        if (kafka == null) {
            kafka = KafkaServer.temporary();
        }
        return kafka.bootstrapServers();
    }
}
