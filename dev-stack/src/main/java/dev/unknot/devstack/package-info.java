/**
 * The whole system on one machine: PostgreSQL, Kafka, the phones outside and the four services as processes of their
 * own. {@link dev.unknot.devstack.Stack} is the door, for {@code bin/dev} and for the end-to-end tests alike.
 */
@NullMarked
package dev.unknot.devstack;

import org.jspecify.annotations.NullMarked;
