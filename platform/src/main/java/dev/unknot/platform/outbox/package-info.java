/** Announces changes in the transaction that makes them and relays them to Kafka in order. Rows leave only after the broker has them. */
@NullMarked
package dev.unknot.platform.outbox;

import org.jspecify.annotations.NullMarked;
