/** What an API says of itself at {@code /v3/api-docs}: what the compiler knows of its records, and what its conventions promise of each call. A generated client needs nothing else. */
@NullMarked
package dev.unknot.platform.openapi;

import org.jspecify.annotations.NullMarked;
