package dev.unknot.frontdesk.worklist;

import dev.unknot.common.appointment.AddOn;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.Slot;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.clinic.Slots;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for the few times that come into question for a visit; what its own claims take does not count. */
@Component
class AlternativeSearch {

    /** A visit keeps what was agreed on, but a search is for what is sold. */
    private static final String[] NO_LONGER_SOLD = {
        "minutes-not-offered", "not-on-menu", "unknown-add-on", "add-on-lengths-differ"
    };

    private static final int EACH = 3;
    private static final Duration SHORTLY = Duration.ofHours(2);
    private static final Duration AHEAD = Duration.ofDays(14);

    private final Slots slots;

    AlternativeSearch(Slots slots) {
        this.slots = slots;
    }

    /** Best first. */
    List<Slot> find(Bearer by, AppointmentView visit, Instant now) {
        TherapistId known = visit.participants().getFirst().therapistId();
        Instant from = visit.start().isBefore(now) ? now : visit.start();
        List<LocationId> here = List.of(visit.locationId());
        return Alternatives.ranked(
                visit,
                Stream.of(
                                // The same time with anyone, then the time after and before it.
                                search(by, visit, here, null, visit.start(), visit.end()),
                                search(by, visit, here, null, sameDayBefore(visit, now), from),
                                search(by, visit, List.of(), known, from, from.plus(AHEAD)),
                                search(by, visit, List.of(), known, now, from),
                                search(by, visit, here, null, from, from.plus(AHEAD)))
                        .flatMap(List::stream)
                        .toList());
    }

    /** Not long before, since the first times found are the earliest. */
    private static Instant sameDayBefore(AppointmentView visit, Instant now) {
        Instant day =
                visit.localStart().toLocalDate().atStartOfDay(visit.zone()).toInstant();
        return Stream.of(day, now, visit.start().minus(SHORTLY))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** @param locations empty: all of the caller's */
    private List<Slot> search(
            Bearer by,
            AppointmentView visit,
            List<LocationId> locations,
            @Nullable TherapistId therapist,
            Instant from,
            Instant to) {
        if (!from.isBefore(to)) {
            return List.of();
        }
        try {
            return slots.find(
                            by,
                            visit.treatmentId(),
                            visit.treatmentMinutes(),
                            locations,
                            therapist,
                            null,
                            visit.participants().stream()
                                    .map(Participant::clientId)
                                    .toList(),
                            visit.id(),
                            from,
                            to,
                            null,
                            EACH,
                            visit.addOns().stream().map(AddOn::code).toList(),
                            null,
                            null,
                            visit.therapists().size())
                    .items();
        } catch (Refused refused) {
            if (refused.is(NO_LONGER_SOLD)) {
                return List.of();
            }
            throw refused;
        }
    }
}
