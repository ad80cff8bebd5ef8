/**
 * The promises of the design, seen from outside: packaged jars as separate processes, a real PostgreSQL, a real Kafka, an
 * SMTP server and a gateway. All tests share one stack.
 */
@NullMarked
package dev.unknot.devstack.endtoend;

import org.jspecify.annotations.NullMarked;
