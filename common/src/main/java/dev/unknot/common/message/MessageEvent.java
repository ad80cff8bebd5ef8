package dev.unknot.common.message;

import dev.unknot.common.event.DomainEvent;

/** What notification-service announces: what became of each message, and what clients answered. */
public sealed interface MessageEvent extends DomainEvent permits MessageSent, MessageDropped, ReplyReceived {}
