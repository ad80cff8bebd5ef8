package dev.unknot.booking.treatment;

import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.common.treatment.TreatmentView;
import java.util.UUID;
import org.mapstruct.Mapper;

@Mapper
interface TreatmentMapper {

    TreatmentView view(Treatment treatment);

    TreatmentSnapshot snapshot(Treatment treatment);

    default Offer offer(SoldLength length) {
        return length.offer();
    }

    default TreatmentId id(UUID id) {
        return new TreatmentId(id);
    }
}
