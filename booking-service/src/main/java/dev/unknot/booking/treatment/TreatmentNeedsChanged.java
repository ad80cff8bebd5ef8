package dev.unknot.booking.treatment;

import dev.unknot.common.treatment.TreatmentId;

/** Told inside the service, in the transaction of the change: a treatment needs another skill, or something else of a room. */
public record TreatmentNeedsChanged(TreatmentId id) {}
