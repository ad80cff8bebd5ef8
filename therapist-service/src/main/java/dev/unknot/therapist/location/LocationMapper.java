package dev.unknot.therapist.location;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.location.RoomView;
import dev.unknot.common.time.TimeRange;
import java.util.List;
import java.util.UUID;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper
interface LocationMapper {

    LocationView view(Location location);

    RoomView view(Room room);

    LocationSnapshot snapshot(Location location, TimeRange horizon, List<TimeRange> open);

    /** Nothing takes a room out of use yet. */
    @Mapping(target = "outages", expression = "java(List.of())")
    RoomSnapshot snapshot(Room room);

    default LocationId locationId(UUID id) {
        return new LocationId(id);
    }

    default RoomId roomId(UUID id) {
        return new RoomId(id);
    }
}
