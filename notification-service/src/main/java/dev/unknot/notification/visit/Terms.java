package dev.unknot.notification.visit;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.money.Money;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What one client can be told of one revision of a visit.
 *
 * @param price null: it was not kept then
 */
public record Terms(
        Instant start,
        ZoneId zone,
        LocationId locationId,
        TreatmentId treatmentId,
        int minutes,
        TherapistId therapistId,
        @Nullable Money price) {}
