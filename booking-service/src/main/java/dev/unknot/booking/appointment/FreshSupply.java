package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.supply.Supply;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Keeps the index from deciding on older supply than is stored: each instance follows the topics at its own pace. */
@Component
class FreshSupply {

    private final Supply supply;
    private final Availability availability;

    FreshSupply(Supply supply, Availability availability) {
        this.supply = supply;
        this.availability = availability;
    }

    /**
     * Teaches the index what is stored and newer than what it knows. One statement, and one more for each newer snapshot.
     *
     * @return whether there was anything newer
     */
    boolean taught(LocationId location, Collection<TherapistId> therapists) {
        Set<UUID> ids = Stream.concat(
                        Stream.of(location.value()), therapists.stream().map(TherapistId::value))
                .collect(Collectors.toCollection(HashSet::new));
        Map<UUID, Long> stored = supply.versions(ids);
        boolean newer = false;
        if (stored.getOrDefault(location.value(), 0L) > availability.version(location)) {
            supply.location(location).ifPresent(known -> availability.learn(known.snapshot(), known.version()));
            newer = true;
        }
        for (TherapistId therapist : therapists) {
            if (stored.getOrDefault(therapist.value(), 0L) > availability.version(therapist)) {
                supply.therapist(therapist).ifPresent(known -> availability.learn(known.snapshot(), known.version()));
                newer = true;
            }
        }
        return newer;
    }
}
