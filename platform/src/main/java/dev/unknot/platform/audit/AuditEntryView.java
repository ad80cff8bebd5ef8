package dev.unknot.platform.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail as the API shows it.
 *
 * @param actor {@code role:subject}
 * @param what type of the event that announced a change, name of a look-up, or method and route of a refusal
 * @param cause a code
 */
public record AuditEntryView(
        long position,
        Instant at,
        String actor,
        AuditOutcome outcome,
        String what,
        @Nullable UUID subject,
        @Nullable String cause) {}
