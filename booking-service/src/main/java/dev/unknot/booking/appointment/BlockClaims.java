package dev.unknot.booking.appointment;

import static dev.unknot.booking.appointment.Claims.array;
import static dev.unknot.booking.appointment.Claims.instants;

import dev.unknot.common.appointment.Claim;
import dev.unknot.common.block.BlockId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The claims of blocks, beside those of appointments in one table under one constraint. */
@Repository
class BlockClaims {

    private final JdbcClient jdbc;

    BlockClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims all that is free. @return how many are the block's now; where it is not all, the caller rolls back */
    int insert(BlockId block, List<Claim> claims) {
        return jdbc.sql("""
                INSERT INTO claims (block_id, resource_id, kind, owner_id, during)
                SELECT :block, resource_id, kind, owner_id, tstzrange(starts_at, ends_at, '[)')
                FROM unnest(:resources, :kinds, :owners, :starts, :ends)
                    AS wanted (resource_id, kind, owner_id, starts_at, ends_at)
                ON CONFLICT DO NOTHING
                """)
                .param("block", block.value())
                .param("resources", array("uuid", claims, Claim::resourceId))
                .param("kinds", array("text", claims, claim -> claim.kind().name()))
                .param("owners", array("uuid", claims, Claim::ownerId))
                .param("starts", instants(claims, claim -> claim.during().start()))
                .param("ends", instants(claims, claim -> claim.during().end()))
                .update();
    }

    void free(BlockId block) {
        jdbc.sql("DELETE FROM claims WHERE block_id = ?").param(block.value()).update();
    }
}
