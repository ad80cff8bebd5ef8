package dev.unknot.common.location;

import dev.unknot.common.event.DomainEvent;

/** What therapist-service announces of locations. */
public sealed interface LocationEvent extends DomainEvent permits LocationSnapshot {}
