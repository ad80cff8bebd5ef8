package dev.unknot.common.treatment;

import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A treatment as it now is; the components mean what they mean in {@link CreateTreatment}. */
@Announced(type = "dev.unknot.treatment.snapshot.v1", topic = Topics.TREATMENTS)
public record TreatmentSnapshot(
        TreatmentId id,
        Approach approach,
        String name,
        List<Offer> offers,
        int beforeMinutes,
        int afterMinutes,
        @Nullable String skill,
        @Nullable String capability,
        int cadenceMinutes,
        int noticeMinutes)
        implements TreatmentEvent {

    public TreatmentSnapshot {
        offers = List.copyOf(offers);
    }

    @Override
    public UUID subject() {
        return id.value();
    }
}
