package dev.unknot.common.client;

import dev.unknot.common.event.DomainEvent;

/** What booking-service announces of clients; the topic is compacted, so that a tombstone erases them everywhere. */
public sealed interface ClientEvent extends DomainEvent permits ClientSnapshot {}
