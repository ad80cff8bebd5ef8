/** How a refusal reaches the caller: a {@link Rejection} or any failure becomes one problem+json body with a stable code. The text of an unknown exception never leaves the service. */
@NullMarked
package dev.unknot.platform.problem;

import org.jspecify.annotations.NullMarked;
