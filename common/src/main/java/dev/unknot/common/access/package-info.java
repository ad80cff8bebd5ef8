/** Who may call: the roles and the claims of a token, as front-desk signs them and services read them. */
@NullMarked
package dev.unknot.common.access;

import org.jspecify.annotations.NullMarked;
