package dev.unknot.platform.audit;

import java.util.UUID;

/**
 * A refusal showed somebody to the caller; published with it, since the request's own transaction is rolled back.
 *
 * @param what as in {@link AuditTrail#looked}
 */
public record Looked(String what, UUID subject) {}
