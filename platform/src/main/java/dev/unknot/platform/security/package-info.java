/** Who calls and what is theirs: a signed token becomes a {@link dev.unknot.platform.security.Caller} that controllers take as an argument. Services scope their queries by its locations. */
@NullMarked
package dev.unknot.platform.security;

import org.jspecify.annotations.NullMarked;
