/**
 * What every module is tested with: one PostgreSQL and one Kafka per run, tokens, a small HTTP client, and the harness
 * each consumer has to pass. The same servers carry the system in development.
 */
@NullMarked
package dev.unknot.platform.test;

import org.jspecify.annotations.NullMarked;
