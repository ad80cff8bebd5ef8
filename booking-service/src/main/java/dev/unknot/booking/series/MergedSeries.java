package dev.unknot.booking.series;

import dev.unknot.booking.client.ClientsMerged;
import dev.unknot.common.client.ClientMerge;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands the series of a client recorded twice over to the one kept; their visits are handed over as visits. */
@Component
class MergedSeries {

    private final JdbcClient jdbc;

    MergedSeries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void handOver(ClientsMerged merged) {
        ClientMerge merge = merged.merge();
        jdbc.sql("""
                UPDATE series SET version = version + 1, participants = (
                    SELECT jsonb_agg(CASE seat ->> 'clientId' WHEN :duplicate
                        THEN seat || jsonb_build_object('clientId', CAST(:kept AS text)) ELSE seat END ORDER BY place)
                    FROM jsonb_array_elements(participants) WITH ORDINALITY AS seats (seat, place))
                WHERE participants @> jsonb_build_array(jsonb_build_object('clientId', CAST(:duplicate AS text)))
                """)
                .param("duplicate", merge.duplicate().toString())
                .param("kept", merge.kept().toString())
                .update();
    }
}
