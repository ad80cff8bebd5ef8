/** Events on the wire: CloudEvents over Kafka, their topics, and how consumers read, retry and set them aside. */
@NullMarked
package dev.unknot.platform.event;

import org.jspecify.annotations.NullMarked;
