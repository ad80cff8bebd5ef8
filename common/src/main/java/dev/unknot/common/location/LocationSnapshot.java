package dev.unknot.common.location;

import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import dev.unknot.common.time.TimeRange;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * A location as it now is, with its opening hours already expanded into instants.
 *
 * @param horizon the range over which {@code open} is known
 * @param open ascending, disjoint and not touching, inside {@code horizon}
 */
@Announced(type = "dev.unknot.location.snapshot.v1", topic = Topics.LOCATIONS)
public record LocationSnapshot(
        LocationId id,
        String name,
        ZoneId zone,
        Address address,
        String phone,
        TimeRange horizon,
        List<TimeRange> open,
        List<RoomSnapshot> rooms)
        implements LocationEvent {

    public LocationSnapshot {
        open = List.copyOf(open);
        rooms = List.copyOf(rooms);
    }

    @Override
    public UUID subject() {
        return id.value();
    }
}
