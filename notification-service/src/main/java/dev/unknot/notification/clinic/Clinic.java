package dev.unknot.notification.clinic;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import java.util.Optional;

/** What a text says of the clinic; each is empty until its owner's snapshot has arrived. */
public interface Clinic {
    Optional<Location> location(LocationId id);

    Optional<String> treatmentName(TreatmentId id);

    Optional<String> therapistName(TherapistId id);
}
