package dev.unknot.common.treatment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A treatment as the API shows it; the components mean what they mean in {@link CreateTreatment}. */
public record TreatmentView(
        TreatmentId id,
        long version,
        Approach approach,
        String name,
        List<Offer> offers,
        int beforeMinutes,
        int afterMinutes,
        @Nullable String skill,
        @Nullable String capability,
        int cadenceMinutes,
        int noticeMinutes) {}
