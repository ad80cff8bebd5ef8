package dev.unknot.frontdesk.signin;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which sessions there still are, of whichever account. */
@Component
public class LiveSessions {

    private final JdbcClient database;

    LiveSessions(JdbcClient database) {
        this.database = database;
    }

    /** Those of {@code ids} that have not ended. */
    public Set<String> among(Collection<String> ids) {
        return database.sql("SELECT session_id FROM spring_session WHERE session_id = ANY (CAST(:ids AS bpchar[]))")
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .set();
    }
}
