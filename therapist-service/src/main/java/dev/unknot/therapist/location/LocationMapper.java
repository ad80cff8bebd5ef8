package dev.unknot.therapist.location;

import dev.unknot.common.location.ClosureId;
import dev.unknot.common.location.ClosureView;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.location.RoomView;
import dev.unknot.common.time.TimeRange;
import java.util.List;
import java.util.UUID;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper
interface LocationMapper {

    LocationView view(Location location);

    RoomView view(Room room);

    LocationSnapshot snapshot(
            Location location,
            TimeRange horizon,
            List<TimeRange> open,
            List<TimeRange> closed,
            @Context Location premises,
            @Context TimeRange known);

    @Mapping(target = "outages", expression = "java(premises.outages(room, known).ranges())")
    RoomSnapshot snapshot(Room room, @Context Location premises, @Context TimeRange known);

    @Mapping(target = "locationId", source = "location.id")
    @Mapping(target = "id", source = "closure.id")
    ClosureView view(Location location, Closure closure);

    default ClosureId closureId(UUID id) {
        return new ClosureId(id);
    }

    default LocationId locationId(UUID id) {
        return new LocationId(id);
    }

    default RoomId roomId(UUID id) {
        return new RoomId(id);
    }
}
