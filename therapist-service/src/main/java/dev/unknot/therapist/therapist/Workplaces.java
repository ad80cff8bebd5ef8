package dev.unknot.therapist.therapist;

import dev.unknot.common.location.LocationId;
import dev.unknot.therapist.location.Premises;
import dev.unknot.therapist.schedule.Horizons;
import dev.unknot.therapist.schedule.OpeningTimes;
import dev.unknot.therapist.schedule.Today;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The locations at which therapists are employed: when they are open, and which day it is there. */
@Component
class Workplaces {

    private final Premises premises;
    private final Horizons horizons;

    Workplaces(Premises premises, Horizons horizons) {
        this.premises = premises;
        this.horizons = horizons;
    }

    Map<LocationId, OpeningTimes> of(Therapist therapist) {
        return premises.openingTimes(therapist.getLocations());
    }

    /** Those of the therapist, and of the others those that exist. */
    Map<LocationId, OpeningTimes> of(Therapist therapist, Stream<LocationId> others) {
        return premises.openingTimes(
                Stream.concat(therapist.getLocations().stream(), others).collect(Collectors.toSet()));
    }

    /** Those that exist, and they stay as they are until the running transaction ends. */
    Map<LocationId, OpeningTimes> held(Set<LocationId> ids) {
        return premises.heldOpeningTimes(ids);
    }

    /** @param locations at least one */
    Today today(Collection<OpeningTimes> locations) {
        return horizons.today(locations.stream().map(OpeningTimes::zone).toList());
    }

    Today today(Therapist therapist) {
        return today(of(therapist).values());
    }
}
