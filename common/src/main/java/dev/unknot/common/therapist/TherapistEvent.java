package dev.unknot.common.therapist;

import dev.unknot.common.event.DomainEvent;

/** What therapist-service announces of therapists. */
public sealed interface TherapistEvent extends DomainEvent permits TherapistSnapshot {}
