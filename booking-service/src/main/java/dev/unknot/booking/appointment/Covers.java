package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Cover;
import dev.unknot.booking.availability.Session;
import dev.unknot.booking.supply.Supply;
import dev.unknot.booking.treatment.TreatmentCatalogue;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Displacement;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Judges which appointments have lost their cover and which have it back. Who is covered can only lose it by what has just
 * changed; who is displaced is covered again when nothing it rests on is missing, or unknown.
 */
@Component
class Covers {

    private final Supply supply;
    private final TreatmentCatalogue treatments;

    Covers(Supply supply, TreatmentCatalogue treatments) {
        this.supply = supply;
        this.treatments = treatments;
    }

    /** Those to be displaced with the reason, and those covered again with none; all others stay as they are. */
    Map<AppointmentId, Optional<Displacement>> changed(Collection<VisitAhead> visits, Cover own) {
        Map<TreatmentId, TreatmentSnapshot> agreed = agreed(visits);
        Map<AppointmentId, Optional<Displacement>> changed = new HashMap<>();
        Map<VisitAhead, Session> perhapsCovered = new HashMap<>();
        for (VisitAhead visit : visits) {
            TreatmentSnapshot treatment = agreed.get(visit.treatment());
            if (treatment == null) {
                throw new IllegalStateException("appointment " + visit.id() + " is of no treatment");
            }
            Session session = visit.session(treatment);
            Optional<Displacement> lost = own.lost(session);
            if (visit.displaced() == null && lost.isPresent()) {
                changed.put(visit.id(), lost);
            } else if (visit.displaced() != null && lost.isEmpty() && own.knows(session)) {
                perhapsCovered.put(visit, session);
            }
        }
        if (!perhapsCovered.isEmpty()) {
            covered(perhapsCovered).forEach(id -> changed.put(id, Optional.empty()));
        }
        return changed;
    }

    /** Everything that the visits rest on, as it is stored. */
    Cover stored(Collection<VisitAhead> visits) {
        Map<UUID, Cover> known = new HashMap<>();
        supply.locations(visits.stream().map(VisitAhead::location).distinct().toList())
                .forEach(location -> known.put(location.id().value(), Cover.by(location)));
        supply.therapists(visits.stream()
                        .flatMap(visit -> visit.therapists().stream())
                        .distinct()
                        .toList())
                .forEach(therapist -> known.put(therapist.id().value(), Cover.by(therapist)));
        return new StoredCover(known);
    }

    private List<AppointmentId> covered(Map<VisitAhead, Session> visits) {
        Cover cover = stored(visits.keySet());
        return visits.entrySet().stream()
                .filter(visit -> cover.lost(visit.getValue()).isEmpty() && cover.knows(visit.getValue()))
                .map(visit -> visit.getKey().id())
                .toList();
    }

    private Map<TreatmentId, TreatmentSnapshot> agreed(Collection<VisitAhead> visits) {
        List<TreatmentId> ids =
                visits.stream().map(VisitAhead::treatment).distinct().toList();
        return ids.isEmpty()
                ? Map.of()
                : treatments.snapshots(ids).stream()
                        .collect(Collectors.toMap(TreatmentSnapshot::id, treatment -> treatment));
    }
}
