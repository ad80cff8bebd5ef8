package dev.unknot.booking.availability;

import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is sold, as last announced. */
final class KnownTreatments {

    private final Map<TreatmentId, Version> known = new ConcurrentHashMap<>();

    void learn(TreatmentSnapshot treatment, long version) {
        known.merge(
                treatment.id(), new Version(version, treatment), (old, next) -> old.number < next.number ? next : old);
    }

    /** Its version stays, so that what it was does not come back. */
    void erase(TreatmentId id, long version) {
        known.merge(id, new Version(version, null), (old, next) -> old.number <= next.number ? next : old);
    }

    @Nullable
    TreatmentSnapshot get(TreatmentId id) {
        Version last = known.get(id);
        return last == null ? null : last.treatment;
    }

    /** 0 of one never heard of. */
    long version(TreatmentId id) {
        Version last = known.get(id);
        return last == null ? 0 : last.number;
    }

    List<TreatmentSnapshot> all() {
        return known.values().stream()
                .map(Version::treatment)
                .filter(Objects::nonNull)
                .toList();
    }

    /** @param treatment null: erased */
    private record Version(long number, @Nullable TreatmentSnapshot treatment) {}
}
