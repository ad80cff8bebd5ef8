package dev.unknot.devstack;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How to reach the databases of a stack. */
final class Databases {

    static final String USER = "postgres";

    private Databases() {}

    static DataSource at(String jdbcUrl) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(USER);
        return source;
    }

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
