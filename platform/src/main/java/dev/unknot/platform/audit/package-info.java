/**
 * Who changed what, who looked somebody up, and who was refused what is not theirs. Changes come from the outbox and
 * refusals from the security chain by themselves; a feature only notes what it lets people look up.
 */
@NullMarked
package dev.unknot.platform.audit;

import org.jspecify.annotations.NullMarked;
