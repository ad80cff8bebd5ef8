package dev.unknot.frontdesk.clinic;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.block.BlockId;
import dev.unknot.common.block.BlockTime;
import dev.unknot.common.block.BlockView;
import dev.unknot.common.location.LocationId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Time taken out of what can be booked, in booking-service. */
@HttpExchange("/api/v1/blocks")
public interface Blocks {

    @GetExchange
    ItemList<BlockView> list(
            Bearer by, @RequestParam LocationId location, @RequestParam Instant from, @RequestParam Instant to);

    @GetExchange("/{id}")
    BlockView find(Bearer by, @PathVariable BlockId id);

    @PostExchange
    BlockView block(Bearer by, @RequestHeader("Idempotency-Key") UUID key, @RequestBody BlockTime command);

    @DeleteExchange("/{id}")
    void lift(Bearer by, @PathVariable BlockId id);
}
