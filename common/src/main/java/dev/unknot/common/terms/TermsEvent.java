package dev.unknot.common.terms;

import dev.unknot.common.event.DomainEvent;

/** What booking-service announces of the locations' terms. */
public sealed interface TermsEvent extends DomainEvent permits LocationTermsSnapshot {}
