package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Availability;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which versions of the supply a decision rests on; 0 is one that was not known. */
record SupplyVersions(LocationId location, long locationVersion, Map<TherapistId, Long> therapists) {

    /** At least those that an assessment from now on rests on. */
    static SupplyVersions known(Availability availability, LocationId location, Collection<TherapistId> therapists) {
        return new SupplyVersions(
                location,
                availability.version(location),
                therapists.stream().collect(Collectors.toMap(Function.identity(), id -> availability.version(id))));
    }

    Set<UUID> ids() {
        return Stream.concat(
                        Stream.of(location.value()),
                        therapists.keySet().stream().map(TherapistId::value))
                .collect(Collectors.toUnmodifiableSet());
    }
}
