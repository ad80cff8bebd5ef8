package dev.unknot.booking.block;

import dev.unknot.booking.supply.Supply;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.ResourceKind;
import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.block.BlockTime;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.problem.Rejection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What a block takes: a therapist who works at the location, or every place in one of its rooms. */
@Component
class Blockable {

    private final Supply supply;

    Blockable(Supply supply) {
        this.supply = supply;
    }

    List<Claim> claims(BlockTime command, TimeRange during) {
        LocationSnapshot location = supply.location(command.locationId())
                .orElseThrow(() -> Rejection.invalid("unknown-location", "There is no such location.", "locationId"))
                .snapshot();
        TherapistId therapist = command.therapistId();
        return therapist == null
                ? places(location, Objects.requireNonNull(command.roomId()), during)
                : List.of(therapist(location.id(), therapist, during));
    }

    private Claim therapist(LocationId location, TherapistId id, TimeRange during) {
        TherapistSnapshot therapist = supply.therapist(id)
                .orElseThrow(() -> Rejection.invalid("unknown-therapist", "There is no such therapist.", "therapistId"))
                .snapshot();
        // Else the front desk of one location could close the day of another's people.
        if (therapist.workingTime().stream().noneMatch(time -> time.locationId().equals(location))) {
            throw Rejection.invalid(
                    "therapist-not-here", "The therapist does not work at this location.", "therapistId");
        }
        // A location neither sees nor lifts what another blocks.
        if (therapist.workingTime().stream()
                .anyMatch(time ->
                        !time.locationId().equals(location) && time.during().overlaps(during))) {
            throw Rejection.invalid(
                    "therapist-elsewhere",
                    "The therapist works at another location in a part of this time.",
                    "therapistId");
        }
        return new Claim(ResourceKind.THERAPIST, id.value(), id.value(), during);
    }

    private static List<Claim> places(LocationSnapshot location, RoomId id, TimeRange during) {
        RoomSnapshot room = location.rooms().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Rejection.invalid("unknown-room", "The location has no such room.", "roomId"));
        return IntStream.range(0, room.places())
                .<UUID>mapToObj(number -> new RoomPlace(id, number).resourceId())
                .map(place -> new Claim(ResourceKind.ROOM, place, id.value(), during))
                .toList();
    }
}
