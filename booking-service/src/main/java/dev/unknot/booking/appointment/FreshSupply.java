package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.supply.Supply;
import dev.unknot.common.therapist.TherapistId;
import java.util.Map;
import java.util.UUID;
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
     * Teaches the index what is stored and newer than what a decision rests on. It is not compared with what the index
     * knows by now: others teach it too, and what it has learned since did not decide. One statement, and one more for
     * each newer snapshot.
     *
     * @return whether there was anything newer
     */
    boolean taught(SupplyVersions looked) {
        Map<UUID, Long> stored = supply.versions(looked.ids());
        boolean newer = false;
        if (stored.getOrDefault(looked.location().value(), 0L) > looked.locationVersion()) {
            supply.location(looked.location())
                    .ifPresent(known -> availability.learn(known.snapshot(), known.version()));
            newer = true;
        }
        for (Map.Entry<TherapistId, Long> each : looked.therapists().entrySet()) {
            TherapistId therapist = each.getKey();
            if (stored.getOrDefault(therapist.value(), 0L) > each.getValue()) {
                supply.therapist(therapist).ifPresent(known -> availability.learn(known.snapshot(), known.version()));
                newer = true;
            }
        }
        return newer;
    }
}
