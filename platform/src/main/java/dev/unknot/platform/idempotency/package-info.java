/** Creates that may be sent twice: the first success is kept in the effect's own transaction and told again. Failures are never kept. */
@NullMarked
package dev.unknot.platform.idempotency;

import org.jspecify.annotations.NullMarked;
