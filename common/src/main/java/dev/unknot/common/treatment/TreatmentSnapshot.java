package dev.unknot.common.treatment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A treatment as it now is; the components mean what they mean in {@link CreateTreatment}.
 *
 * @param lastDay on which a session booked from now on may begin, by the clock of each location; null: without end
 */
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
        int noticeMinutes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate lastDay,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> names)
        implements TreatmentEvent {

    public TreatmentSnapshot {
        offers = List.copyOf(offers);
        // Missing in what was written before there were any.
        names = names == null ? Map.of() : Map.copyOf(names);
    }

    /** What it is called in each language. */
    public TranslatedName translated() {
        return new TranslatedName(name, names);
    }

    /** Sold without end, under one name in all languages. */
    public TreatmentSnapshot(
            TreatmentId id,
            Approach approach,
            String name,
            List<Offer> offers,
            int beforeMinutes,
            int afterMinutes,
            @Nullable String skill,
            @Nullable String capability,
            int cadenceMinutes,
            int noticeMinutes) {
        this(
                id,
                approach,
                name,
                offers,
                beforeMinutes,
                afterMinutes,
                skill,
                capability,
                cadenceMinutes,
                noticeMinutes,
                null,
                Map.of());
    }

    @Override
    public UUID subject() {
        return id.value();
    }
}
