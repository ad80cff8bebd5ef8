package dev.unknot.common.treatment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A treatment as the API shows it; the components mean what they mean in {@link CreateTreatment}.
 *
 * @param lastDay for which it is sold, by the clock of each location; null: without end
 */
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
        int noticeMinutes,
        @Nullable LocalDate lastDay,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> names) {

    public boolean isSoldOn(LocalDate day) {
        return lastDay == null || !day.isAfter(lastDay);
    }

    public TreatmentView {
        names = names == null ? Map.of() : Map.copyOf(names);
    }

    /** What it is called in each language. */
    public TranslatedName translated() {
        return new TranslatedName(name, names);
    }
}
