/** What an announced change costs between commit and consumer, beside what PostgreSQL and Kafka cost without it. */
@NullMarked
package dev.unknot.benchmarks.outbox;

import org.jspecify.annotations.NullMarked;
