package dev.unknot.notification.reply;

import static java.time.ZoneOffset.UTC;

import dev.unknot.platform.retention.Kept;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was written in replies that somebody dealt with long ago. That there was one, and who dealt with it, stays. */
@Component
class HandledReplies implements Kept {
    private final JdbcClient jdbc;
    private final ReplySettings settings;

    HandledReplies(JdbcClient jdbc, ReplySettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return "replies";
    }

    @Override
    public Duration keptFor() {
        return settings.keptFor();
    }

    @Override
    public int end(Instant before, int most) {
        return jdbc.sql("""
                        UPDATE replies SET text = NULL, phone = NULL
                        WHERE id = ANY (ARRAY(
                            SELECT id FROM replies
                            WHERE handled_at IS NOT NULL AND phone IS NOT NULL AND handled_at < :before
                            ORDER BY handled_at LIMIT :most FOR UPDATE SKIP LOCKED))
                        """)
                .param("before", before.atOffset(UTC))
                .param("most", most)
                .update();
    }
}
