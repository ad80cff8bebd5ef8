/** What an announced fact is, and the list of all of them with their type and topic. The envelope itself (CloudEvents over Kafka) is the platform's. */
@NullMarked
package dev.unknot.common.event;

import org.jspecify.annotations.NullMarked;
