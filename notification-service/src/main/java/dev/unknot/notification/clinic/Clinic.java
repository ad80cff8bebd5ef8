package dev.unknot.notification.clinic;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TranslatedName;
import dev.unknot.common.treatment.TreatmentId;
import java.util.List;
import java.util.Optional;

/** What a text says of the clinic; each is empty until its owner's snapshot has arrived. */
public interface Clinic {
    Optional<Location> location(LocationId id);

    /**
     * The locations that give this as their number.
     *
     * @param phone E.164
     */
    List<LocationId> locationsWithPhone(String phone);

    Optional<TranslatedName> treatmentName(TreatmentId id);

    Optional<String> therapistName(TherapistId id);
}
