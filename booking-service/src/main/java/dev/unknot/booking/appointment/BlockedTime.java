package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.Claim;
import dev.unknot.common.block.BlockId;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.transaction.ResourceLocks;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Claims time for a block, under the same locks and the same constraint as time for an appointment. */
@Component
public class BlockedTime {

    private final Claims claims;
    private final LapsedHolds lapsedHolds;
    private final ResourceLocks locks;

    BlockedTime(Claims claims, LapsedHolds lapsedHolds, ResourceLocks locks) {
        this.claims = claims;
        this.lapsedHolds = lapsedHolds;
        this.locks = locks;
    }

    /** From now on until the commit nobody can take it. Ends the lapsed holds that are in the way. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireFree(List<Claim> wanted, Instant now) {
        locks.lock(wanted.stream().map(Claim::resourceId).collect(Collectors.toSet()));
        lapsedHolds.clear(claims.obstacles(wanted, null), now, BlockedTime::taken);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void claim(BlockId block, List<Claim> wanted) {
        if (claims.insert(block, wanted).size() < wanted.size()) {
            throw taken();
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void free(BlockId block) {
        claims.free(block);
    }

    private static Rejection taken() {
        return Rejection.conflict(Refusals.SLOT_TAKEN, "Something else stands in a part of that time.")
                .at("start");
    }
}
