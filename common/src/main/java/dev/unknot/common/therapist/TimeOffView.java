package dev.unknot.common.therapist;

import java.time.Instant;

/** A time off as the API shows it; {@code DELETE /api/v1/therapists/{id}/time-off/{timeOffId}} takes it back. */
public record TimeOffView(TimeOffId id, TherapistId therapistId, Instant start, Instant end, String cause) {}
