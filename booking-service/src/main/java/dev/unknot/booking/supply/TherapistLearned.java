package dev.unknot.booking.supply;

import dev.unknot.common.therapist.TherapistId;

/** Told inside the service, in the transaction that stored or erased a therapist's snapshot and under their lock. */
public record TherapistLearned(TherapistId id) {}
