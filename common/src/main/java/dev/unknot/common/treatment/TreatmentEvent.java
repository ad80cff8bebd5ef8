package dev.unknot.common.treatment;

import dev.unknot.common.event.DomainEvent;

/** What booking-service announces of treatments. */
public sealed interface TreatmentEvent extends DomainEvent permits TreatmentSnapshot {}
