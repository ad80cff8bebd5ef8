package dev.unknot.platform.audit;

import dev.unknot.common.access.Role;
import dev.unknot.common.api.ItemList;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.web.Cursor;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the audit trail of this service to owners, latest first. */
@RestController
class AuditEndpoint {

    private static final int MOST = 500;

    private final AuditTrail trail;

    AuditEndpoint(AuditTrail trail) {
        this.trail = trail;
    }

    /** @param limit 1 to {@value #MOST}, by default 100 */
    @Operation(operationId = "listAuditEntries", summary = "Lists the audit trail, latest first")
    @GetMapping("/api/v1/audit")
    ItemList<AuditEntryView> list(
            @RequestParam(required = false) @Nullable UUID subject,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit,
            Caller caller) {
        caller.require(Role.OWNER);
        if (limit < 1 || limit > MOST) {
            throw Rejection.malformed("invalid-parameter", "A page has 1 to " + MOST + " entries.", "limit");
        }
        long before =
                cursor == null ? Long.MAX_VALUE : Cursor.decode(cursor, parts -> Long.parseLong(parts.getFirst()));
        List<AuditEntryView> found = trail.before(before, subject, actor, limit + 1);
        List<AuditEntryView> page = found.subList(0, Math.min(found.size(), limit));
        return new ItemList<>(
                page, found.size() > page.size() ? Cursor.encode(page.getLast().position()) : null);
    }
}
